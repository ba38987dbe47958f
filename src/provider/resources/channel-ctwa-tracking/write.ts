import type { Channel, ChannelRef } from "../../../client";
import { DiagnosticError, isUnknown, type Unknown } from "../../../framework";
import { findUsableChannel } from "../../channel-look-up";
import { partnerOf } from "../../partner";
import { markAsserted } from "./asserted-under";
import { mustSend } from "./plan";
import { readBack } from "./read-back";
import type { Planned, State, WriteContext } from "./schema";
import { mayHaveTakenEffect, sendSwitch } from "./send-switch";

type UpdateContext = WriteContext & { readonly state: State };

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
async function switchAndSettle(context: WriteContext | UpdateContext, partnerId: string): Promise<State> {
  const { plan, client } = context;
  const channel = await findOwnChannel(context, partnerId);
  const ref = { partnerId, clientId: clientOf(channel, context), channelId: plan.channel_id };
  const enabled = plan.enabled !== false;
  await sendOrMark(context, ref, enabled);
  client.writes.declare(ref);
  markAsserted(context.private, ref.clientId);
  const accepted = acceptedState(plan, channel, ref, new Date(client.clock.now()).toISOString());
  context.save(accepted);
  const seen = await readBack(context, ref, enabled);
  return {
    ...accepted,
    app_id: known(plan.app_id, seen.channel?.appId ?? accepted.app_id),
    phone_number: known(plan.phone_number, seen.channel?.phoneNumber ?? accepted.phone_number),
    verification: known(plan.verification, seen.verification),
  };
}

/** A switch that failed without a clear no may be in force: the state then says that it must be sent again. */
async function sendOrMark(
  context: WriteContext | UpdateContext,
  ref: ChannelRef,
  enabled: boolean,
): Promise<void> {
  try {
    await sendSwitch(context, ref, enabled);
  } catch (error) {
    if ("state" in context && mayHaveTakenEffect(error)) {
      context.save({ ...context.state, verification: "stale" });
    }
    throw error;
  }
}

function acceptedState(plan: Planned, channel: Channel, ref: ChannelRef, at: string): State {
  return settle(plan, {
    ...plan,
    enabled: plan.enabled !== false,
    on_destroy: "disable",
    id: ref.channelId,
    client_id: ref.clientId,
    partner_id: ref.partnerId,
    app_id: channel.appId,
    phone_number: channel.phoneNumber,
    verification: "assumed",
    asserted_at: at,
  });
}

/** The plan, with what it leaves open taken from elsewhere: what was planned as known must come out so. */
function settle(plan: Planned, open: State): State {
  return {
    ...plan,
    id: known(plan.id, open.id),
    client_id: known(plan.client_id, open.client_id),
    partner_id: known(plan.partner_id, open.partner_id),
    enabled: known(plan.enabled, open.enabled),
    on_destroy: known(plan.on_destroy, open.on_destroy),
    app_id: known(plan.app_id, open.app_id),
    phone_number: known(plan.phone_number, open.phone_number),
    verification: known(plan.verification, open.verification),
    asserted_at: known(plan.asserted_at, open.asserted_at),
  };
}

function known<T>(planned: T, open: Exclude<T, Unknown>) {
  return isUnknown(planned) ? open : (planned as Exclude<T, Unknown>);
}

/**
 * The channel, if it is under the client that the configuration names.
 * @throws DiagnosticError when it is gone, terminated, or under another client
 */
async function findOwnChannel(context: WriteContext, partnerId: string): Promise<Channel> {
  const { config, plan, client, signal } = context;
  const target = { partnerId, channelId: plan.channel_id };
  const channel = await findUsableChannel(client, target, { signal, place: "channel_id" });
  const configured = config.client_id;
  if (configured === null || channel.clientId === null || configured === channel.clientId) return channel;
  throw new DiagnosticError(
    "Channel belongs to another client",
    `The hub has the channel ${channel.id} under the client ${channel.clientId}, the configuration says ${configured}. The path of the switch needs the channel's own client (under any other the hub answers 404), so nothing was switched. Set client_id = "${channel.clientId}", or leave it out to follow the channel.`,
    "client_id",
  );
}

function clientOf(channel: Channel, { config, plan }: WriteContext): string {
  const planned = isUnknown(plan.client_id) ? null : plan.client_id;
  const clientId = channel.clientId ?? config.client_id ?? planned;
  if (clientId !== null) return clientId;
  throw new DiagnosticError(
    "Client of the channel is not known",
    `The hub does not say which client the channel ${channel.id} belongs to, and the path of the switch needs it. Set client_id.`,
    "client_id",
  );
}
