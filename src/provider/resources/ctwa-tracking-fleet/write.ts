import { randomUUID } from "node:crypto";
import { type CreateContext, DiagnosticError, fillUnknowns, type UpdateContext } from "../../../framework";
import { keepObjectId } from "../../channels";
import { grouped } from "../../name-some";
import { partnerOf } from "../../partner";
import type { Session } from "../../session";
import {
  confirm,
  keepSentRecords,
  overdueBy,
  type Reported,
  readSentRecords,
  type SentRecord,
  type SentRecords,
} from "../../switching";
import { titles } from "../../titles";
import { type Prepared, prepare, type ReadyTask } from "./apply/prepare";
import { canSend, type Outcome, type Outcomes, pendingOf } from "./apply/reasons";
import { describePending, detailsOf, reportFailures } from "./apply/report";
import { sendAll } from "./apply/send-all";
import { type AppliedChannels, stateAfterApply } from "./apply/state-after-apply";
import { tasksOf } from "./apply/tasks";
import { type Departed, keepDeparted, readDeparted } from "./departed";
import type { State, schema } from "./schema";

type Creating = CreateContext<Session, typeof schema>;
type Updating = UpdateContext<Session, typeof schema>;

/**
 * Switches tracking of all channels for the first time. A partial failure is only a warning, with the rest in
 * `pending`. After an error Terraform would taint the fleet, and switch off every channel to create it again.
 */
export async function createFleet(context: Creating): Promise<State> {
  const { applied, outcomes } = await work(context, null);
  const pending = pendingOf(outcomes);
  if (pending.size === outcomes.size) {
    reportFailures(outcomes, context.diagnostics, NOT_CREATED);
    throw nothingDone(outcomes.size);
  }
  if (pending.size > 0) {
    context.diagnostics.warning(
      titles.somePending,
      `${describePending(pending, outcomes.size)}\n\n${detailsOf(outcomes)}\n\nThe fleet was created with the channels that are done. The next plan is an update in place that sends the rest.`,
    );
  }
  const id = randomUUID();
  keepObjectId(context.private, id);
  return result(context, applied, id);
}

/** Sends only what differs. A failure is an error; the state holds what was done. */
export async function updateFleet(context: Updating): Promise<State> {
  const { state, diagnostics } = context;
  const { applied, outcomes } = await work(context, state);
  const pending = pendingOf(outcomes);
  // Core takes other channels than the planned ones only with an error.
  const failed =
    [...pending.values()].some(canSend) || !sameChannels(applied.channels, context.plan.channels);
  if (failed) reportFailures(outcomes, diagnostics, SOME_DONE);
  else if (pending.size > 0) {
    diagnostics.warning(titles.somePending, describePending(pending, outcomes.size));
  }
  return result(context, applied, state.id ?? "");
}

function sameChannels(
  one: ReadonlyMap<string, boolean | null>,
  other: ReadonlyMap<string, boolean | null>,
): boolean {
  return (
    one.size === other.size && [...one].every(([channelId, enabled]) => other.get(channelId) === enabled)
  );
}

const SOME_DONE =
  "The state holds what was done. The rest is in pending, or due as before; plan and apply again to send it.";

const NOT_CREATED = "The fleet is not in the state, so nothing is pending.";

interface Work {
  readonly applied: AppliedChannels;
  readonly outcomes: Outcomes;
}

async function work(context: Creating, state: State | null): Promise<Work> {
  const { plan, client: session, private: kept } = context;
  const partnerId = partnerOf(plan.partner_id, session);
  // With a replacement, the private state is still that of the old fleet.
  const before: SentRecords = state === null ? new Map() : readSentRecords(kept);
  const departed: ReadonlyMap<string, Departed> = state === null ? new Map() : readDeparted(kept);
  const now = session.clock.now();
  const isOverdue = overdueBy(state?.reassert_after ?? null, now);
  const { channels, client_id: clientId, on_create: onCreate, on_destroy: onDestroy } = plan;
  const tasks = tasksOf({
    channels,
    clientId,
    onCreate,
    onDestroy,
    state,
    departed,
    records: before,
    isOverdue,
  });
  const prepared = await prepare(context, { partnerId, clientId }, tasks);
  for (const channelId of channels.keys()) session.writes.declare({ partnerId, channelId });
  const isAssumed = state === null && onCreate === "assume";
  const sent = isAssumed ? assume(prepared) : await sendAll(context, partnerId, prepared.ready, now);
  const outcomes = new Map([...prepared.outcomes, ...sent]);
  const reported = await lookAgain(context, partnerId, prepared.ready, outcomes);
  const records = recordsAfter(before, outcomes, channels);
  keepSentRecords(kept, records);
  keepDeparted(kept, new Map());
  const finished = { plan, state, departed, outcomes, reported, records, isOverdue };
  return { outcomes, applied: stateAfterApply(finished) };
}

/** Records the declared positions without a switch. */
function assume({ ready }: Prepared): Outcomes {
  return new Map(
    ready.map(({ channelId, clientId }): [string, Outcome] => {
      const record = { clientId, at: null, outcomeUnknown: null };
      return [channelId, { done: true, result: "nothing", record }];
    }),
  );
}

/** Reads channels again after their switches, if the hub reports their positions. */
async function lookAgain(
  context: Creating,
  partnerId: string,
  tasks: readonly ReadyTask[],
  outcomes: Outcomes,
): Promise<Reported> {
  const { flag } = context.client;
  const accepted = new Map<string, boolean>();
  const seen = new Map<string, boolean>();
  for (const { channelId, kind, enabled, channel } of tasks) {
    const outcome = outcomes.get(channelId);
    const reported = flag.read(channel);
    if (kind === "removed" || reported === null || !outcome?.done) continue;
    if (outcome.result === "sent") accepted.set(channelId, enabled);
    else if (reported === enabled) seen.set(channelId, enabled);
  }
  return new Map([...seen, ...(await confirm(context, partnerId, accepted))]);
}

/** Sent records of the channels that are in the state. */
function recordsAfter(
  before: SentRecords,
  outcomes: Outcomes,
  channels: ReadonlyMap<string, unknown>,
): SentRecords {
  const records = new Map<string, SentRecord>();
  for (const channelId of channels.keys()) {
    const record = outcomes.get(channelId)?.record ?? before.get(channelId);
    if (record !== undefined) records.set(channelId, record);
  }
  return records;
}

function result({ plan, client: session }: Creating, applied: AppliedChannels, id: string): State {
  const partnerId = partnerOf(plan.partner_id, session);
  const { channels, ...open } = applied;
  return { ...fillUnknowns(plan, { ...open, id, partner_id: partnerId, last_change: null }), channels };
}

function nothingDone(all: number): DiagnosticError {
  return new DiagnosticError(
    titles.fleetNotCreated,
    `None of its ${grouped(all)} switches is known to have taken effect, so the fleet is not in the state. Fix what the other errors name, and apply again.`,
    "channels",
  );
}
