import { isUnknown, type Unknown } from "../../../framework";
import type { Assertion, Assertions } from "./assertions";
import type { Reported } from "./confirm";
import { verificationOf, worstOf } from "./judge";
import type { Outcome, Outcomes } from "./reasons";
import type { Declared, Planned, State, Verification } from "./schema";

/** An apply that has come to its end, well or badly. */
export interface Finished {
  readonly plan: Planned;
  /** null when the fleet was created. */
  readonly state: State | null;
  readonly outcomes: Outcomes;
  readonly reported: Reported;
  readonly assertions: Assertions;
  readonly isOverdue: (assertion: Assertion | undefined) => boolean;
}

/** The channels as they are in the end, and which of them are not as declared. */
export interface Settled {
  readonly channels: ReadonlyMap<string, Declared>;
  readonly pending: ReadonlyMap<string, string>;
  readonly tracked_count: number;
  readonly verification: Verification;
}

/** What the state says after an apply: what was done as it was declared, what was not done as it was before. */
export function settle(finished: Finished): Settled {
  const { plan, state, outcomes } = finished;
  const channels = new Map(plan.channels);
  const pending = new Map([...(state?.pending ?? [])].filter(([channelId]) => channels.has(channelId)));
  for (const [channelId, outcome] of outcomes) {
    const before = state?.channels.get(channelId);
    if (outcome.done) pending.delete(channelId);
    else if (!isMissedReassertion(finished, channelId, outcome)) pending.set(channelId, outcome.reason);
    // Within one apply core takes no other value than the planned one, unless there are errors besides.
    if (!outcome.done && before !== undefined) channels.set(channelId, before);
  }
  return {
    channels,
    pending,
    tracked_count: trackedCount(channels, pending),
    verification: overall(finished, channels, pending),
  };
}

/** Whether all that failed is that the same switch was not sent once more: the channel is as it was, and stays due. */
function isMissedReassertion(
  { plan, state, assertions }: Finished,
  channelId: string,
  outcome: Outcome,
): boolean {
  if (outcome.done || outcome.reason !== "not_sent" || state?.pending?.has(channelId)) return false;
  const before = state?.channels.get(channelId);
  const same = before !== undefined && before.enabled === plan.channels.get(channelId)?.enabled;
  return same && assertions.has(channelId);
}

/** How many channels have tracking on, as far as is known. */
export function trackedCount(
  channels: ReadonlyMap<string, Declared>,
  pending: ReadonlyMap<string, string>,
): number {
  let count = 0;
  for (const [channelId, { enabled }] of channels) {
    if (enabled === true && !pending.has(channelId)) count += 1;
  }
  return count;
}

/** A value that the plan left open, or else the planned one: what was planned as known must come out so. */
export function known<T>(planned: T, open: Exclude<T, Unknown>) {
  return isUnknown(planned) ? open : (planned as Exclude<T, Unknown>);
}

function overall(
  finished: Finished,
  channels: ReadonlyMap<string, Declared>,
  pending: ReadonlyMap<string, string>,
): Verification {
  const { state, reported, outcomes, assertions, isOverdue } = finished;
  const untouched = beforeFor(state, reported);
  const found = new Set<Verification | null>();
  for (const channelId of channels.keys()) {
    const reason = pending.get(channelId) ?? null;
    const assertion = assertions.get(channelId);
    if (reason === null && !outcomes.has(channelId)) {
      found.add(isOverdue(assertion) && untouched === "assumed" ? "stale" : untouched);
      continue;
    }
    const overdue = outcomes.get(channelId)?.done === false && isOverdue(assertion);
    const facts = { reported: reported.has(channelId), asserted: assertion !== undefined, overdue };
    found.add(verificationOf(reason, facts));
  }
  return worstOf(found);
}

/**
 * What holds for channels that the apply did not touch. The state has but one word for all; where that was about
 * channels that have now been sent again, the others are as the hub reports those.
 */
function beforeFor(state: State | null, reported: Reported): Verification {
  const before = state?.verification as Verification | null | undefined;
  if (before === "observed" || before === "assumed") return before;
  return reported.size > 0 ? "observed" : "assumed";
}
