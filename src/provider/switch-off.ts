import { StoppedError } from "../client";
import type { Context } from "../framework";
import type { WrittenChannel } from "./channel-key";
import type { Dialog360 } from "./dialog360";
import { summarise } from "./explain";
import { isNotFound } from "./send-switch";

type Switching = Pick<Context<Dialog360>, "client" | "signal" | "deadline" | "diagnostics">;

/** Switches tracking of a channel off, wherever it is by now; one that is gone counts as done. */
export async function switchOff(
  context: Switching,
  { partnerId, channelId }: WrittenChannel,
  clientId: string,
): Promise<void> {
  const { client, signal, deadline } = context;
  const disable = (under: string) =>
    client.client.ctwa.disable({ partnerId, clientId: under, channelId }, { signal, deadline });
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
    const channel = await client.client.channels.lookUp(partnerId, channelId, { signal, deadline });
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
