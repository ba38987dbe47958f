import type { Reported, SentRecord, SentRecords } from "../../../switching";
import { type Verification, worstOf } from "../../../switching";
import type { Departed } from "../departed";
import type { Planned, State } from "../schema";
import { verificationOfPending } from "./judge";
import type { Outcome, Outcomes } from "./reasons";

/** An apply that has ended, with success or failures. */
export interface Finished {
  readonly plan: Planned;
  /** null if the fleet was created. */
  readonly state: State | null;
  /** Channels that left the state at a refresh. */
  readonly departed: ReadonlyMap<string, Departed>;
  readonly outcomes: Outcomes;
  readonly reported: Reported;
  readonly records: SentRecords;
  readonly isOverdue: (record: SentRecord | undefined) => boolean;
}

type Channels = ReadonlyMap<string, boolean>;

/** The channels after the apply, and which of them are not as declared. */
export interface AppliedChannels {
  readonly channels: Channels;
  readonly pending: ReadonlyMap<string, string>;
  readonly tracked_count: number;
  readonly verification: Verification;
}

/** The state after an apply: declared positions for channels that are done, earlier positions for the others. */
export function stateAfterApply(finished: Finished): AppliedChannels {
  const { plan, state, outcomes } = finished;
  const channels = new Map<string, boolean>(plan.channels);
  const pending = new Map<string, string>();
  for (const [channelId, reason] of state?.pending ?? []) {
    if (channels.has(channelId) && reason !== null) pending.set(channelId, reason);
  }
  for (const [channelId, outcome] of outcomes) {
    const before = state?.channels.get(channelId);
    if (outcome.done) pending.delete(channelId);
    else if (!isMissedReassertion(finished, channelId, outcome)) pending.set(channelId, outcome.reason);
    // Terraform accepts a value that differs from the plan only together with an error.
    if (!outcome.done && before !== undefined) channels.set(channelId, before);
    // A failed switch-off has to be tried again, also if a refresh had removed the channel from the map.
    const left = finished.departed.get(channelId);
    if (!outcome.done && left !== undefined && !channels.has(channelId))
      channels.set(channelId, left.enabled);
  }
  return {
    channels,
    pending,
    tracked_count: trackedCount(channels, pending),
    verification: overall(finished, channels, pending),
  };
}

/** Whether only a repetition of the same switch was not sent: the channel is as before, and stays due. */
function isMissedReassertion(
  { plan, state, records }: Finished,
  channelId: string,
  outcome: Outcome,
): boolean {
  if (outcome.done || outcome.reason !== "not_sent" || state?.pending?.has(channelId)) return false;
  const before = state?.channels.get(channelId);
  return before !== undefined && before === plan.channels.get(channelId) && records.has(channelId);
}

/** Number of channels with tracking on that are not pending. */
export function trackedCount(channels: Channels, pending: ReadonlyMap<string, string>): number {
  let count = 0;
  for (const [channelId, enabled] of channels) {
    if (enabled === true && !pending.has(channelId)) count += 1;
  }
  return count;
}

function overall(finished: Finished, channels: Channels, pending: ReadonlyMap<string, string>): Verification {
  const found = new Set<Verification | null>();
  for (const channelId of channels.keys()) found.add(verificationAfter(finished, channelId, pending));
  return worstOf(found);
}

function verificationAfter(
  { state, reported, outcomes, records, isOverdue }: Finished,
  channelId: string,
  pending: ReadonlyMap<string, string>,
): Verification | null {
  const reason = pending.get(channelId);
  const record = records.get(channelId);
  if (reason !== undefined) return verificationOfPending(reason, record);
  if (reported.has(channelId)) return "observed";
  const outcome = outcomes.get(channelId);
  if (outcome?.done && record?.at !== null) return "assumed";
  if (outcome === undefined && untouched(state, reported) === "observed") return "observed";
  if (record?.at === null) return "unverified";
  return isOverdue(record) ? "stale" : "assumed";
}

/**
 * The verification of channels that the apply did not touch. The state has one value for all channels. If it was the
 * value of channels that were now sent again, the others are observed if the hub reports positions at all.
 */
function untouched(state: State | null, reported: Reported): Verification {
  const before = state?.verification as Verification | null | undefined;
  if (before === "observed" || before === "assumed") return before;
  return reported.size > 0 ? "observed" : "assumed";
}
