import type { ChannelRef } from "../../../client";
import { isUnknown } from "../../../framework";
import { nameObject } from "../../channels/channel-claims";
import { partnerOf } from "../../partner";
import { examineOne, type Usable, usableOrThrow } from "../../switching/examine";
import { mayHaveTakenEffect, sendSwitch } from "../../switching/switch";
import { disables, mustSend } from "./plan";
import { markAnswered, markAsserted, markUnanswered } from "./private-state";
import { readBack } from "./read-back";
import type { State, UpdateContext, WriteContext } from "./schema";
import { acceptedState, refine, settle } from "./settle";

/** Switches tracking of a channel for the first time. */
export async function createTracking(context: WriteContext): Promise<State> {
  const { plan, client, signal } = context;
  const target = { partnerId: partnerOf(plan.partner_id, client), channelId: plan.channel_id };
  return client.writes.inTurn(target, signal, () => switchAndSettle(context, target.partnerId));
}

/** Takes over what changed; sends the switch only where the plan said so. */
export async function updateTracking(context: UpdateContext): Promise<State> {
  const { config, plan, state, client, signal } = context;
  const partnerId = partnerOf(plan.partner_id, client);
  const target = { partnerId, channelId: plan.channel_id };
  if (mustSend(plan.enabled, state)) {
    return client.writes.inTurn(target, signal, () => switchAndSettle(context, partnerId));
  }
  if (config.client_id !== null && config.client_id !== state.client_id) {
    await findOwnChannel(context, partnerId);
  }
  client.writes.declare(target);
  return settle(plan, state);
}

/**
 * Sends the switch and looks at what came of it. Once the hub has accepted, nothing may fail any more: an error
 * would make Terraform destroy and create again what is as it should be.
 */
async function switchAndSettle(context: WriteContext, partnerId: string): Promise<State> {
  const { plan, client } = context;
  const { channel, clientId } = await findOwnChannel(context, partnerId);
  const ref = { partnerId, clientId, channelId: plan.channel_id };
  const enabled = plan.enabled !== false;
  if (disables(plan.enabled, context.state ?? null)) client.guards.admitDisable(ref);
  await sendOrMark(context, ref, enabled);
  client.writes.declare(ref);
  nameObject(context.private);
  markAsserted(context.private, ref.clientId);
  markAnswered(context.private);
  const accepted = acceptedState(plan, channel, ref, new Date(client.clock.now()).toISOString());
  context.save(accepted);
  const seen = await readBack(context, ref, enabled);
  return refine(accepted, plan, seen);
}

/** A switch that failed without a clear no may be in force: the state then says that it must be sent again. */
async function sendOrMark(context: WriteContext, ref: ChannelRef, enabled: boolean): Promise<void> {
  try {
    await sendSwitch(context, ref, enabled);
  } catch (error) {
    const { state = null } = context;
    if (state !== null && mayHaveTakenEffect(error)) {
      markUnanswered(context.private, enabled);
      context.save({ ...state, verification: "stale" });
    }
    throw error;
  }
}

/**
 * The channel, if it is under the client that the configuration names.
 * @throws DiagnosticError when it is gone, terminated, or under another client
 */
export async function findOwnChannel(context: WriteContext, partnerId: string): Promise<Usable> {
  const { config, plan, client } = context;
  const planned = isUnknown(plan.client_id) ? null : plan.client_id;
  const subject = { channelId: plan.channel_id, clientId: config.client_id, fallbackClientId: planned };
  return usableOrThrow(await examineOne(client, subject, { partnerId, declaredBy: "block" }, context));
}
