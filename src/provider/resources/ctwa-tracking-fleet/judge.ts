import type { Channel } from "../../../client";
import { findObstacle } from "../../channels/channel-obstacle";
import { mayStillCome } from "../../switching/unanswered";
import type { Assertion } from "./assertions";
import { canSend, type Reason } from "./reasons";
import type { Declared, Verification } from "./schema";

/** What is known of one channel of a fleet before it is looked at. */
export interface Known {
  readonly partnerId: string;
  readonly channelId: string;
  readonly declared: Declared;
  /** Why it was pending so far. */
  readonly reason: string | undefined;
  readonly assertion: Assertion | undefined;
}

/** What a look at a channel says. */
export interface Judgement {
  readonly enabled: boolean | null;
  readonly reason: string | null;
}

/**
 * Judges a channel by what the hub says of it.
 * @param reported whether the hub reports tracking as on, null where it reports nothing
 */
export function judge(
  channel: Channel | null,
  reported: boolean | null,
  { partnerId, channelId, declared, reason, assertion }: Known,
  now: number,
): Judgement {
  const wanted = { partnerId, channelId, clientId: declared.client_id, declaredBy: "key" } as const;
  const obstacle = findObstacle(channel, wanted, now);
  const pending = (code: Reason) => ({ enabled: reported ?? declared.enabled, reason: code });
  if (obstacle !== null) return { enabled: declared.enabled, reason: obstacle.code };
  const present = channel?.clientId ?? null;
  if (present === null && declared.client_id === null && assertion === undefined) return pending("no_client");
  if (present !== null && assertion !== undefined && present !== assertion.clientId) return pending("moved");
  const failed = reason !== undefined && reason !== "moved" && canSend(reason) ? (reason as Reason) : null;
  const isOpen = reason !== undefined && mayStillCome(assertion?.unanswered ?? null, reported);
  if (isOpen) return pending(failed ?? "unanswered");
  if (reported !== null) return { enabled: reported, reason: null };
  if (failed !== null) return pending(failed);
  return assertion === undefined ? pending("not_sent") : { enabled: declared.enabled, reason: null };
}

/** How well it is known whether a channel is as declared; null where that cannot be, since it cannot be switched. */
export function verificationOf(
  reason: string | null,
  { reported, asserted, overdue }: { reported: boolean; asserted: boolean; overdue: boolean },
): Verification | null {
  if (reason !== null) {
    if (!canSend(reason)) return null;
    return asserted || reason === "unanswered" ? "stale" : "unverified";
  }
  if (reported) return "observed";
  return overdue ? "stale" : "assumed";
}

const ORDER: readonly Verification[] = ["observed", "assumed", "stale", "unverified"];

/** The worst of all; `unverified` where there is none. */
export function worstOf(verifications: Iterable<Verification | null>): Verification {
  let worst = -1;
  for (const verification of verifications) {
    if (verification !== null) worst = Math.max(worst, ORDER.indexOf(verification));
  }
  return ORDER[worst] ?? "unverified";
}
