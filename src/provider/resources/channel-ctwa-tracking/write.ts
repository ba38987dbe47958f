import { type CreateContext, fillUnknowns, isUnknown, type UpdateContext } from "../../../framework";
import { nameObject } from "../../channels";
import { partnerOf } from "../../partner";
import type { Session } from "../../session";
import type { HandedOver, SentRecord, Verification } from "../../switching";
import {
  confirm,
  examineOne,
  recordAfter,
  type SwitchOrder,
  type Usable,
  usableOrThrow,
} from "../../switching";
import { disables, mustSend } from "./plan";
import type { Planned, State, schema } from "./schema";
import { sendOrMark } from "./send";
import { assertedAt, keepSentRecord, sentRecordOf } from "./sent";
import { readFromChannel } from "./state-from-channel";

type Creating = CreateContext<Session, typeof schema>;
type Updating = UpdateContext<Session, typeof schema>;
type Writing = Creating & { readonly state: State | null };

/** Switches tracking of a channel for the first time, or adopts it without a switch. */
export async function createTracking(context: Creating): Promise<State> {
  const work = { ...context, state: null };
  return inTurn(work, () => (context.plan.on_create === "assume" ? assume(work) : switchAndConfirm(work)));
}

/** Applies a change. Sends the switch only if the plan says so. */
export async function updateTracking(context: Updating): Promise<State> {
  const { config, plan, state, client: session } = context;
  if (mustSend(plan, state)) return inTurn(context, () => switchAndConfirm(context));
  if (config.client_id !== null && config.client_id !== state.client_id) await findOwnChannel(context);
  session.writes.declare(targetOf(context));
  return fillUnknowns(plan, state);
}

function inTurn(context: Writing, work: () => Promise<State>): Promise<State> {
  return context.client.writes.inTurn(targetOf(context), context.signal, work);
}

function targetOf({ plan, client: session }: Writing) {
  return { partnerId: partnerOf(plan.partner_id, session), channelId: plan.channel_id };
}

/** Records the declared position without a switch. Drift that the hub reports shows in the next plan. */
async function assume(context: Writing): Promise<State> {
  const { client: session, plan } = context;
  const usable = await findOwnChannel(context);
  const isSeen = session.flag.showsAlready(usable.channel, wantedBy(plan), undefined);
  const record = { clientId: usable.clientId, at: null, outcomeUnknown: null };
  return done(context, usable, record, isSeen ? "observed" : "unverified");
}

/** Sends the switch, unless the hub already reports the declared position, and reads the channel again. */
async function switchAndConfirm(context: Writing): Promise<State> {
  const { client: session, plan } = context;
  const left = session.writes.takeOver(targetOf(context));
  const usable = await findOwnChannel(context);
  const kept = recordLeft(left, usable, plan);
  if (left !== undefined && kept !== null) return done(context, usable, kept, left.verification);
  const order = orderOf(context, usable, left);
  const result = await sendOrMark(context, order);
  const record = recordAfter(order, result, session.clock.now());
  if (result === "observed") return done(context, usable, record, "observed");
  // After the hub accepts the switch nothing may throw: Terraform would replace a channel that is already correct.
  const accepted = done(context, usable, record, "assumed");
  session.flag.warnIfMissing(usable.channel, context.diagnostics);
  if (session.flag.read(usable.channel) === null) return accepted;
  context.save(accepted);
  const reported = await confirm(context, order.ref.partnerId, new Map([[plan.channel_id, order.enabled]]));
  return reported.has(plan.channel_id) ? done(context, usable, record, "observed") : accepted;
}

/** The sent record that another address handed over with the declared position; null if the switch must be sent. */
function recordLeft(left: HandedOver | undefined, { clientId }: Usable, plan: Planned): SentRecord | null {
  if (left?.record?.clientId !== clientId || left.enabled !== wantedBy(plan)) return null;
  return left.verification === "observed" || left.verification === "assumed" ? left.record : null;
}

function orderOf(context: Writing, { channel, clientId }: Usable, left: HandedOver | undefined): SwitchOrder {
  const { plan, state, private: kept } = context;
  return {
    ref: { ...targetOf(context), clientId },
    enabled: wantedBy(plan),
    leaves: false,
    disables: disables(plan.enabled, state ?? left ?? null),
    record: state === null ? undefined : sentRecordOf(state, kept),
    channel,
  };
}

/** Keeps the private state and returns the state, once the channel is as declared. */
function done(
  context: Writing,
  { channel, clientId }: Usable,
  record: SentRecord,
  verification: Verification,
): State {
  const { plan, client: session, private: kept } = context;
  const target = targetOf(context);
  session.writes.declare(target);
  nameObject(kept);
  keepSentRecord(kept, target.channelId, record);
  return fillUnknowns(plan, {
    ...readFromChannel(channel),
    id: target.channelId,
    client_id: clientId,
    partner_id: target.partnerId,
    verification,
    asserted_at: assertedAt(record),
  });
}

/**
 * Reads the channel.
 * @throws DiagnosticError if it is gone, terminated, or under another client than the configuration says
 */
async function findOwnChannel(context: Writing): Promise<Usable> {
  const { config, plan, client: session } = context;
  const { partnerId, channelId } = targetOf(context);
  const planned = isUnknown(plan.client_id) ? null : plan.client_id;
  const subject = { channelId, clientId: config.client_id, fallbackClientId: planned };
  return usableOrThrow(await examineOne(session, subject, { partnerId, declaredBy: "block" }, context));
}

function wantedBy({ enabled }: Planned): boolean {
  return enabled !== false;
}
