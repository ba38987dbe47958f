import type { Client } from "../../client";
import { DiagnosticError } from "../../framework";
import type { WrittenChannel } from "./channel-key";
import { channelIsGone } from "./channel-obstacle";
import { suggestId } from "./nearest-id";

/**
 * The error for a channel that a partner does not have.
 * @param api suggests the channel that is meant, from those that it has read
 */
export function channelNotFound(
  api: { readonly channels: Pick<Client["channels"], "knownIds"> },
  channel: WrittenChannel,
  place?: string,
): DiagnosticError {
  const { summary, detail } = channelIsGone(channel);
  const hint = suggestId(channel.channelId, api.channels.knownIds(channel.partnerId));
  return new DiagnosticError(summary, `${detail}${hint}`, place);
}
