import type { Diagnostics, Path } from "../../../../framework";
import { MOST_NAMED, nameSome } from "../../../name-some";
import { titles } from "../../../titles";
import { type Outcomes, pendingOf, REASONS, type Reason } from "./reasons";

/** Something that is wrong with one channel. */
export interface Problem {
  readonly channelId: string;
  readonly summary: string;
  readonly detail: string;
}

/** Where a channel stands in the configuration. */
export function placeOf(channelId: string): Path {
  return [{ attribute: "channels" }, { key: channelId }];
}

/** Adds an error at each channel's key, the first few of them; returns how many were left out. */
export function reportAtKeys(problems: readonly Problem[], diagnostics: Diagnostics): number {
  for (const { channelId, summary, detail } of problems.slice(0, MOST_NAMED)) {
    diagnostics.error(summary, detail, placeOf(channelId));
  }
  return Math.max(0, problems.length - MOST_NAMED);
}

/** Which channels are pending, what each reason means, and what to do about it. */
export function describePending(pending: ReadonlyMap<string, string>, all: number): string {
  const reasons = [...idsByReason(pending)].map(([reason, ids]) => {
    const { text = reason, next = "plan again" } = REASONS[reason as Reason] ?? {};
    return `${ids.length} ${reason}: ${text}; ${next}. ${nameSome(ids)}`;
  });
  return [`${pending.size} of ${all} channels are not as declared.`, ...reasons].join("\n\n");
}

/**
 * Adds an error at the key of each channel that failed by itself, and one that counts all that is left by reason.
 * @param next what the state holds now, and what to do about it
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
    `${outcomes.size - pending.size} of ${outcomes.size} switches were sent and accepted; left are: ${countReasons(pending)}.`,
    ...(left > 0 ? [`${left} of the failures are not shown one by one.`] : []),
    ...(unsent === undefined || unsent.done ? [] : [`not_sent: ${unsent.detail}`]),
    next,
  ];
  diagnostics.error(titles.notAllSwitched, parts.join("\n\n"), "channels");
}

/** What was said of the first channel of each reason. */
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
