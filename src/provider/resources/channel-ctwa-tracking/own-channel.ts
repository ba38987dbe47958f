import type { Channel } from "../../../client";
import { DiagnosticError, isUnknown } from "../../../framework";
import { findUsableChannel } from "../../channel-look-up";
import type { WriteContext } from "./schema";

/**
 * The channel, if it is under the client that the configuration names.
 * @throws DiagnosticError when it is gone, terminated, or under another client
 */
export async function findOwnChannel(context: WriteContext, partnerId: string): Promise<Channel> {
  const { config, plan, client, signal, deadline } = context;
  const target = { partnerId, channelId: plan.channel_id };
  const channel = await findUsableChannel(client, target, { signal, deadline, place: "channel_id" });
  const configured = config.client_id;
  if (configured === null || channel.clientId === null || configured === channel.clientId) return channel;
  throw new DiagnosticError(
    "Channel belongs to another client",
    `The hub has the channel ${channel.id} under the client ${channel.clientId}, the configuration says ${configured}. The path of the switch needs the channel's own client (under any other the hub answers 404), so nothing was switched. Set client_id = "${channel.clientId}", or leave it out to follow the channel.`,
    "client_id",
  );
}

/**
 * The client under which the switch is sent: the hub's word, else the user's.
 * @throws DiagnosticError when nobody knows it
 */
export function clientOf(channel: Channel, { config, plan }: WriteContext): string {
  const planned = isUnknown(plan.client_id) ? null : plan.client_id;
  const clientId = channel.clientId ?? config.client_id ?? planned;
  if (clientId !== null) return clientId;
  throw new DiagnosticError(
    "Client of the channel is not known",
    `The hub does not say which client the channel ${channel.id} belongs to, and the path of the switch needs it. Set client_id.`,
    "client_id",
  );
}
