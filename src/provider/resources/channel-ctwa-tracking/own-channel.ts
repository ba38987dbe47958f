import type { Channel } from "../../../client";
import { DiagnosticError, isUnknown } from "../../../framework";
import { findUsableChannel } from "../../channel-look-up";
import type { WriteContext } from "./schema";

/**
 * The channel, if it is under the client that the configuration names.
 * @throws DiagnosticError when it is gone, terminated, or under another client
 */
export function findOwnChannel(
  { config, plan, client, signal, deadline }: WriteContext,
  partnerId: string,
): Promise<Channel> {
  const wanted = { partnerId, channelId: plan.channel_id, clientId: config.client_id };
  return findUsableChannel(client, wanted, { signal, deadline, place: "channel_id" });
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
