// Tells how well the position of a channel's switch is known: observed, assumed, stale or unverified.
import { tryParseDuration } from "../../framework";
import type { SentRecord } from "./sent-record";

/** How well the position of a switch is known, from the best to the worst. */
export const VERIFICATIONS = ["observed", "assumed", "stale", "unverified"] as const;

/** How well the position of a switch is known. */
export type Verification = (typeof VERIFICATIONS)[number];

/** What is known of one channel. */
export interface Evidence {
  /** Whether the hub reports tracking as on; null where it reports nothing. */
  readonly reported: boolean | null;
  /** The client that has the channel now; null where the hub does not tell. */
  readonly clientId: string | null;
  readonly record: SentRecord | undefined;
  /** Whether the state says that the switch has to be sent again. */
  readonly waits: boolean;
  readonly isOverdue: (record: SentRecord | undefined) => boolean;
}

/** How well the position of one channel's switch is known. */
export function verificationOf({ reported, clientId, record, waits, isOverdue }: Evidence): Verification {
  if (hasMoved(record, clientId)) return "stale";
  if (waits && isOutcomeUnknown(record, reported)) return "stale";
  if (reported !== null) return "observed";
  if (record === undefined || record.at === null) return "unverified";
  return isOverdue(record) ? "stale" : "assumed";
}

/** Whether the channel is under another client than the one its switch was last sent under. */
export function hasMoved(record: SentRecord | undefined, clientId: string | null): boolean {
  return record !== undefined && clientId !== null && clientId !== record.clientId;
}

/**
 * Whether a switch whose outcome is unknown may still come into force. A hub that reports late may show the position
 * from before the switch, so only the sent position, or another accepted switch, decides it.
 */
export function isOutcomeUnknown(record: SentRecord | undefined, reported: boolean | null): boolean {
  const sent = record?.outcomeUnknown ?? null;
  return sent !== null && reported !== sent;
}

/**
 * Makes the rule of `reassert_after`: whether a switch is older than that at `now`. A time in the future is overdue
 * too: a clock was wrong, and nobody knows how old the switch is.
 */
export function overdueBy(
  reassertAfter: string | null,
  now: number,
): (record: Pick<SentRecord, "at"> | undefined) => boolean {
  const age = reassertAfter === null ? undefined : tryParseDuration(reassertAfter);
  return (record) => {
    const at = record?.at ?? null;
    return age !== undefined && at !== null && (now - at > age || at > now);
  };
}

/** The worst of all; `unverified` where there is none. */
export function worstOf(verifications: Iterable<Verification | null>): Verification {
  let worst = -1;
  for (const verification of verifications) {
    if (verification !== null) worst = Math.max(worst, VERIFICATIONS.indexOf(verification));
  }
  return VERIFICATIONS[worst] ?? "unverified";
}
