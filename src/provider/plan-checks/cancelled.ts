import type { Channel } from "../../client";
import type { Diagnostics } from "../../framework";
import { listSome } from "../name-some";
import type { Finding } from "../switching";

/** Warns of channels that are cancelled but not terminated yet: apply can switch them, but they will end. */
export function warnOfCancelled(findings: Iterable<Finding>, now: number, diagnostics: Diagnostics): void {
  const cancelled = [...findings].flatMap((finding) =>
    finding.hindrance === null && isCancelled(finding.channel, now) ? [finding.channel] : [],
  );
  if (cancelled.length === 0) return;
  const count = cancelled.length === 1 ? "Channel is" : `${cancelled.length} channels are`;
  diagnostics.warning(
    `${count} cancelled`,
    `${listSome(cancelled, describe)}\n\nA cancelled channel can be switched until its end. After that, apply refuses it.`,
  );
}

function isCancelled({ cancelledAt }: Channel, now: number): boolean {
  return cancelledAt !== null && Date.parse(cancelledAt) <= now;
}

function describe({ id, cancelledAt, terminatedAt }: Channel): string {
  const end = terminatedAt === null ? "no end is set yet" : `it ends on ${terminatedAt}`;
  return `${id} was cancelled on ${cancelledAt}; ${end}`;
}
