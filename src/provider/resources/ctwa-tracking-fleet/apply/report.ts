import type { Diagnostics, Path } from "../../../../framework";
import { MOST_NAMED, nameSome } from "../../../name-some";
import { titles } from "../../../titles";
import { type Outcomes, pendingOf, REASONS, type Reason } from "./reasons";

/** A problem of one channel. */
export interface Problem {
  readonly channelId: string;
  readonly summary: string;
  readonly detail: string;
}

/** Path of a channel's key in the configuration. */
export function placeOf(channelId: string): Path {
  return [{ attribute: "channels" }, { key: channelId }];
}

/** Adds errors at the keys of the first channels. @returns how many channels were left out */
export function reportAtKeys(problems: readonly Problem[], diagnostics: Diagnostics): number {
  for (const { channelId, summary, detail } of problems.slice(0, MOST_NAMED)) {
    diagnostics.error(summary, detail, placeOf(channelId));
  }
  return Math.max(0, problems.length - MOST_NAMED);
}

/** Describes pending channels: what each reason means, and what to do. */
export function describePending(pending: ReadonlyMap<string, string>, all: number): string {
  const reasons = [...idsByReason(pending)].map(([reason, ids]) => {
    const { text = reason, next = "plan again" } = REASONS[reason as Reason] ?? {};
    return `${ids.length} ${reason}: ${text}; ${next}. ${nameSome(ids)}`;
  });
  return [`${pending.size} of ${all} channels are not as declared.`, ...reasons].join("\n\n");
}

/**
 * Adds an error at the key of each channel that failed, and one that counts all remaining channels by reason.
 * @param next what the state holds now, and what to do next
 */
export function reportFailures(outcomes: Outcomes, diagnostics: Diagnostics, next: string): void {
  const pending = pendingOf(outcomes);
  const failed = [...outcomes].flatMap(([channelId, outcome]) =>
    outcome.done || outcome.reason === "not_sent"
      ? []
      : [
          {
            channelId,
            summary: titles.pending(channelId, outcome.reason),
            detail: outcome.detail,
          },
        ],
  );
  const left = reportAtKeys(failed, diagnostics);
  const unsent = [...outcomes.values()].find((outcome) => !outcome.done && outcome.reason === "not_sent");
  const parts = [
    `${outcomes.size - pending.size} of ${outcomes.size} switches were sent and accepted. The rest: ${countReasons(pending)}.`,
    ...(left > 0 ? [`${left} more failures are not shown.`] : []),
    ...(unsent === undefined || unsent.done ? [] : [`not_sent: ${unsent.detail}`]),
    next,
  ];
  diagnostics.error(titles.notAllSwitched, parts.join("\n\n"), "channels");
}

/** The message of the first channel of each reason. */
export function detailsOf(outcomes: Outcomes): string {
  const found = new Map<string, string>();
  for (const [channelId, outcome] of outcomes) {
    if (outcome.done) continue;
    if (!found.has(outcome.reason))
      found.set(outcome.reason, `${channelId} (${outcome.reason}): ${outcome.detail}`);
  }
  return [...found.values()].join("\n\n");
}

function countReasons(pending: ReadonlyMap<string, string>): string {
  return [...idsByReason(pending)].map(([reason, ids]) => `${ids.length} ${reason}`).join(", ");
}

function idsByReason(pending: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [channelId, reason] of pending) {
    const ids = found.get(reason) ?? [];
    ids.push(channelId);
    found.set(reason, ids);
  }
  return found;
}
