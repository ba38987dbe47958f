import { randomUUID } from "node:crypto";
import { DiagnosticError } from "../../../framework";
import { keepObjectId } from "../../channels/channel-claims";
import { partnerOf } from "../../partner";
import { assertedAfter } from "./asserted-after";
import { overdueBy, readAssertions, writeAssertions } from "./assertions";
import { confirm } from "./confirm";
import { prepare } from "./prepare";
import { canSend, type Outcomes, pendingOf } from "./reasons";
import { describePending, detailsOf, reportFailures } from "./report";
import type { State, UpdateContext, WriteContext } from "./schema";
import { sendAll } from "./send-all";
import { known, type Settled, settle } from "./settle";
import { tasksOf } from "./tasks";

/**
 * Switches tracking of all channels for the first time. Core taints what fails while it is created, and would switch
 * off every channel to create it anew: so what was done is kept, the rest is pending, and there is only a warning.
 */
export async function createFleet(context: WriteContext): Promise<State> {
  const { settled, outcomes } = await work(context, null);
  const pending = pendingOf(outcomes);
  if (pending.size === outcomes.size) {
    reportFailures(outcomes, context.diagnostics, NOT_CREATED);
    throw nothingDone(outcomes.size);
  }
  if (pending.size > 0) {
    context.diagnostics.warning(
      "Some channels are pending",
      `${describePending(pending, outcomes.size)}\n\n${detailsOf(outcomes)}\n\nThe fleet was created with what was done; the next plan is an update in place that sends the rest.`,
    );
  }
  const id = randomUUID();
  keepObjectId(context.private, id);
  return result(context, settled, id);
}

/** Does what differs, and nothing else. What fails is an error, beside the state of what was done. */
export async function updateFleet(context: UpdateContext): Promise<State> {
  const { state, diagnostics } = context;
  const { settled, outcomes } = await work(context, state);
  const pending = pendingOf(outcomes);
  if ([...pending.values()].some(canSend)) reportFailures(outcomes, diagnostics, SOME_DONE);
  else if (pending.size > 0) {
    diagnostics.warning("Some channels are pending", describePending(pending, outcomes.size));
  }
  return result(context, settled, state.id ?? "");
}

const SOME_DONE =
  "What was done is in the state, with the rest in pending, or due as before. Plan and apply again to send it.";

const NOT_CREATED = "Nothing of it is in the state, so nothing stays pending.";

interface Work {
  readonly settled: Settled;
  readonly outcomes: Outcomes;
}

async function work(context: WriteContext, state: State | null): Promise<Work> {
  const { plan, client } = context;
  const partnerId = partnerOf(plan.partner_id, client);
  // What is kept beside the state of a fleet that is replaced comes along, and is about the old one.
  const before = state === null ? new Map() : readAssertions(context.private);
  const now = client.clock.now();
  const isOverdue = overdueBy(state?.reassert_after ?? null, now);
  const onDestroy = plan.on_destroy === "keep" ? "keep" : "disable";
  const tasks = tasksOf({ channels: plan.channels, onDestroy, state, assertions: before, isOverdue });
  const { ready, outcomes: unsent } = await prepare(context, partnerId, tasks);
  for (const channelId of plan.channels.keys()) client.writes.declare({ partnerId, channelId });
  const outcomes = new Map([...unsent, ...(await sendAll(context, partnerId, ready))]);
  const reported = await confirm(context, partnerId, ready, outcomes);
  // What was sent counts from the beginning of the apply: an apply of many channels may take its time.
  const assertions = assertedAfter(before, ready, outcomes, now);
  const settled = settle({ plan, state, outcomes, reported, assertions, isOverdue });
  writeAssertions(context.private, assertions, settled.channels);
  return { outcomes, settled };
}

function result({ plan, client }: WriteContext, settled: Settled, id: string): State {
  return {
    ...plan,
    channels: settled.channels,
    id: known(plan.id, id),
    partner_id: partnerOf(plan.partner_id, client),
    on_destroy: known(plan.on_destroy, "disable"),
    pending: known(plan.pending, settled.pending),
    tracked_count: known(plan.tracked_count, settled.tracked_count),
    verification: known(plan.verification, settled.verification),
  };
}

function nothingDone(all: number): DiagnosticError {
  return new DiagnosticError(
    "The fleet was not created",
    `None of its ${all} switches is known to be in force, so nothing is in the state. Apply again once what the other errors name is mended.`,
    "channels",
  );
}
