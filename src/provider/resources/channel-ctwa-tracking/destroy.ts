import { StoppedError } from "../../../client";
import { DiagnosticError } from "../../../framework";
import { summarise } from "../../explain";
import { partnerOf } from "../../partner";
import type { StateContext } from "./schema";
import { isNotFound } from "./send-switch";

/** Switches tracking off, unless the block said to keep it or the same process has just declared the channel. */
export async function destroyTracking(context: StateContext): Promise<void> {
  const { state, client, signal } = context;
  if (state.on_destroy === "keep") return;
  const target = { partnerId: partnerOf(state.partner_id, client), channelId: state.channel_id };
  await client.writes.inTurn(target, signal, async () => {
    if (client.writes.isDeclared(target)) return warnOfDeclaration(context);
    client.guards.admitDisable(target);
    await switchOff(context, target.partnerId);
  });
}

function warnOfDeclaration({ state, diagnostics }: StateContext): void {
  diagnostics.warning(
    "Tracking was left as it is",
    `The channel ${state.channel_id} is also declared under another address (or by the replacement of this object), which this same run has created or updated. What is declared wins, so tracking was not switched off. When a block is renamed, a moved block says so: moved { from = …, to = … } keeps the object and sends nothing.`,
  );
}

async function switchOff(context: StateContext, partnerId: string): Promise<void> {
  const { state, client, signal, deadline } = context;
  const { client_id: clientId, channel_id: channelId } = state;
  if (clientId === null) {
    throw new DiagnosticError(
      "Client of the channel is not known",
      `The state does not say which client the channel ${channelId} belongs to, and the path of the switch needs it. Run refresh, or set client_id and apply.`,
    );
  }
  const disable = (under: string) =>
    client.client.ctwa.disable({ partnerId, clientId: under, channelId }, { signal, deadline });
  try {
    await disable(clientId);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    // Gone counts as done. A channel that has moved since the last refresh is not gone.
    const owner = await presentClient(context, partnerId);
    if (owner !== null && owner !== clientId) await disable(owner);
  }
}

async function presentClient(
  { state, client, signal, deadline, diagnostics }: StateContext,
  partnerId: string,
): Promise<string | null> {
  try {
    const channel = await client.client.channels.lookUp(partnerId, state.channel_id, { signal, deadline });
    return channel?.clientId ?? null;
  } catch (error) {
    if (error instanceof StoppedError) throw error;
    diagnostics.warning(
      "Channel not found",
      `The hub knows no channel ${state.channel_id} under the client ${state.client_id}, which counts as gone. Whether another client has it could not be looked up.\n\n${summarise(error)}`,
    );
    return null;
  }
}
