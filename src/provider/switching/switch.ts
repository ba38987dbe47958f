import { type ChannelRef, Dialog360Error, HubError, StoppedError } from "../../client";
import { type Context, DiagnosticError } from "../../framework";
import type { WrittenChannel } from "../channels/channel-key";
import { summarise } from "../explain";
import type { Session } from "../session";

/**
 * Sends the switch.
 * @throws DiagnosticError when the hub knows no such path, with what a direct look-up says about it
 */
export async function sendSwitch(
  { client: { api }, signal, deadline }: Pick<Context<Session>, "client" | "signal" | "deadline">,
  ref: ChannelRef,
  enabled: boolean,
): Promise<void> {
  const call = { signal, deadline };
  try {
    await (enabled ? api.ctwa.enable(ref, call) : api.ctwa.disable(ref, call));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const owner = await ownerOf(api, ref, call);
    throw new DiagnosticError(
      "Channel not found under this client (404)",
      `${error.message}\n\n${owner}`,
      "client_id",
      { cause: error },
    );
  }
}

/** Whether the hub answered that there is no such thing. */
export function isNotFound(error: unknown): error is HubError {
  return error instanceof HubError && error.notFound;
}

/** Whether a switch that failed may be in force all the same: it was sent and not clearly refused. */
export function mayHaveTakenEffect(error: unknown): boolean {
  return error instanceof Dialog360Error && error.mayHaveTakenEffect;
}

async function ownerOf(
  api: Session["api"],
  { partnerId, clientId, channelId }: ChannelRef,
  call: Pick<Context<Session>, "signal" | "deadline">,
): Promise<string> {
  try {
    const channel = await api.channels.lookUp(partnerId, channelId, call);
    if (channel === null)
      return `The partner ${partnerId} has no channel ${channelId} (any more): remove its block.`;
    if (channel.clientId !== null && channel.clientId !== clientId) {
      return `The hub has ${channelId} under the client ${channel.clientId} now, not under ${clientId}, and the path needs the channel's own client: run plan again to follow it, and set client_id = "${channel.clientId}" where it is set.`;
    }
    return `The hub does list ${channelId} under ${clientId}, so the path itself seems to be unknown there: check hub_base_url (DIALOG360_HUB_BASE_URL) and partner_id, and that CTWA tracking is part of your plan with 360dialog.`;
  } catch {
    return `Which client has ${channelId} could not be looked up just now: compare client_id with the Partner Hub.`;
  }
}

type Switching = Pick<Context<Session>, "client" | "signal" | "deadline" | "diagnostics">;

/** Switches tracking of a channel off, wherever it is by now; one that is gone counts as done. */
export async function switchOff(
  context: Switching,
  { partnerId, channelId }: WrittenChannel,
  clientId: string,
): Promise<void> {
  const { client, signal, deadline } = context;
  const disable = (under: string) =>
    client.api.ctwa.disable({ partnerId, clientId: under, channelId }, { signal, deadline });
  try {
    await disable(clientId);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    // Gone counts as done. A channel that has moved since the last refresh is not gone.
    const owner = await presentClient(context, { partnerId, channelId }, clientId);
    if (owner !== null && owner !== clientId) await disable(owner);
  }
}

async function presentClient(
  { client, signal, deadline, diagnostics }: Switching,
  { partnerId, channelId }: WrittenChannel,
  clientId: string,
): Promise<string | null> {
  try {
    const channel = await client.api.channels.lookUp(partnerId, channelId, { signal, deadline });
    return channel?.clientId ?? null;
  } catch (error) {
    if (error instanceof StoppedError) throw error;
    diagnostics.warning(
      "Channel not found",
      `The hub knows no channel ${channelId} under the client ${clientId}, which counts as gone. Whether another client has it could not be looked up.\n\n${summarise(error)}`,
    );
    return null;
  }
}
