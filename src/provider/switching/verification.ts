// Determines how well the position of a channel's switch is known: observed, assumed, stale or unverified.
import { tryParseDuration } from "../../framework";
import type { SentRecord } from "./sent-record";

/** How well the position of a switch is known, from the best to the worst. */
export const VERIFICATIONS = ["observed", "assumed", "stale", "unverified"] as const;

/** How well the position of a switch is known. */
export type Verification = (typeof VERIFICATIONS)[number];

/** What the provider knows of one channel. */
export interface Evidence {
  /** Whether the hub reports tracking as on; null if it reports nothing. */
  readonly reported: boolean | null;
  /** The client that has the channel now; null if the hub does not report it. */
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

/** Whether the channel is now under another client than when its switch was last sent. */
export function hasMoved(record: SentRecord | undefined, clientId: string | null): boolean {
  return record !== undefined && clientId !== null && clientId !== record.clientId;
}

/**
 * Whether a switch whose outcome is unknown may still take effect. A hub that reports late may show the position from
 * before the switch. The question is settled only once the hub reports the sent position or accepts another switch.
 */
export function isOutcomeUnknown(record: SentRecord | undefined, reported: boolean | null): boolean {
  const sent = record?.outcomeUnknown ?? null;
  return sent !== null && reported !== sent;
}

/**
 * Makes the test whether a switch is older than `reassert_after` at `now`. A switch from the future is overdue too: a
 * clock was wrong, so its age is unknown.
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

/** The worst one; `unverified` if there is none. */
export function worstOf(verifications: Iterable<Verification | null>): Verification {
  let worst = -1;
  for (const verification of verifications) {
    if (verification !== null) worst = Math.max(worst, VERIFICATIONS.indexOf(verification));
  }
  return VERIFICATIONS[worst] ?? "unverified";
}
