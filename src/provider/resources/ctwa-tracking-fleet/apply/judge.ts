import type { Channel } from "../../../../client";
import type { SentRecord } from "../../../switching";
import { examine, hasMoved, isOutcomeUnknown, type Verification, verificationOf } from "../../../switching";
import { canSend, type Reason } from "./reasons";

/** What is known of one channel of a fleet before it is read. */
export interface Known {
  readonly partnerId: string;
  readonly channelId: string;
  /** The client that every channel of the fleet must belong to. */
  readonly fleetClientId: string | null;
  readonly enabled: boolean;
  /** Why it was pending before. */
  readonly reason: string | undefined;
  readonly record: SentRecord | undefined;
  readonly isOverdue: (record: SentRecord | undefined) => boolean;
}

/** Result of reading a channel. */
export interface Judgement {
  readonly enabled: boolean;
  readonly reason: Reason | null;
  /** null if the channel cannot be switched. */
  readonly verification: Verification | null;
}

/**
 * Judges a channel by what the hub reports.
 * @param reported whether the hub reports tracking as on; null if it reports nothing
 */
export function judge(
  channel: Channel | null,
  reported: boolean | null,
  known: Known,
  now: number,
): Judgement {
  const reason = reasonFor(channel, reported, known, now);
  const { record, isOverdue } = known;
  const clientId = channel?.clientId ?? null;
  const evidence = { reported, clientId, record, waits: reason !== null, isOverdue };
  const verification = reason === null ? verificationOf(evidence) : verificationOfPending(reason, record);
  return { enabled: reported ?? known.enabled, reason, verification };
}

/** How well a pending channel's position is known; null if the channel cannot be switched. */
export function verificationOfPending(reason: string, record: SentRecord | undefined): Verification | null {
  if (!canSend(reason)) return null;
  return record !== undefined || reason === "outcome_unknown" ? "stale" : "unverified";
}

/** Why the channel is pending; null if it is not. */
function reasonFor(
  channel: Channel | null,
  reported: boolean | null,
  { partnerId, channelId, fleetClientId, reason, record }: Known,
  now: number,
): Reason | null {
  const subject = { channelId, clientId: fleetClientId, fallbackClientId: record?.clientId ?? null };
  const { hindrance } = examine(channel, subject, { partnerId, declaredBy: "key" }, now);
  if (hindrance !== null) return hindrance.code;
  if (hasMoved(record, channel?.clientId ?? null)) return "moved";
  const isRetried = reason !== undefined && reason !== "moved" && canSend(reason);
  const failed = isRetried ? (reason as Reason) : null;
  if (reason !== undefined && isOutcomeUnknown(record, reported)) return failed ?? "outcome_unknown";
  if (reported !== null) return null;
  return failed ?? (record === undefined ? "not_sent" : null);
}
