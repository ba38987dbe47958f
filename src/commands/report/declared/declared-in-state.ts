import type { DeclaredChannel, Evidence } from "../../../comparison";
import { overdueBy } from "../../../provider";
import type { ManagedChannel } from "../../managed/managed-channels";
import type { Declaration } from "./declared-file";

/** What the channels of states declare, at a time in milliseconds since 1970. */
export function declarationsOf(managed: readonly ManagedChannel[], now: number): readonly Declaration[] {
  const stale = new Set(managed.flatMap((one) => (one.pending === null ? [] : [objectOf(one)])));
  return managed.map((one) => [one.channelId, declarationOf(one, stale.has(objectOf(one)), now)]);
}

function declarationOf(one: ManagedChannel, hasPending: boolean, now: number): DeclaredChannel {
  return {
    enabled: one.enabled,
    clientIds: one.clientId === null ? null : new Set([one.clientId]),
    evidence: isOverdue(one, now) ? "stale" : evidenceOf(one, hasPending),
    sentAt: one.assertedAt,
    source: objectOf(one),
  };
}

function objectOf({ address, source }: ManagedChannel): string {
  return `${address} in ${source}`;
}

/** Whether the last switch is older than `reassert_after`. */
function isOverdue({ assertedAt, reassertAfter }: ManagedChannel, now: number): boolean {
  return assertedAt !== null && overdueBy(reassertAfter, now)({ at: Date.parse(assertedAt) });
}

/**
 * How well the state knows a switch. A fleet has the worst of all its channels: where some are pending, these are the
 * stale ones.
 */
function evidenceOf({ verification, pending }: ManagedChannel, hasPending: boolean): Evidence {
  if (pending !== null) return "stale";
  if (verification === "stale") return hasPending ? "assumed" : "stale";
  return verification === "unverified" || verification === null ? "unverified" : "assumed";
}
