import { DiagnosticError } from "../../../framework";
import type { WrittenChannel } from "../../channels/channel-key";
import { partnerOf } from "../../partner";
import { mayHaveTakenEffect, switchOff } from "../../switching/switch";
import { markUnanswered } from "./private-state";
import type { DestroyContext, StateContext } from "./schema";

/** Switches tracking off, unless the block said to keep it or the same process has just declared the channel. */
export async function destroyTracking(context: DestroyContext): Promise<void> {
  const { state, client, signal } = context;
  if (state.on_destroy === "keep") return;
  const target = { partnerId: partnerOf(state.partner_id, client), channelId: state.channel_id };
  await client.writes.inTurn(target, signal, async () => {
    if (client.writes.isDeclared(target)) return warnOfDeclaration(context);
    client.guards.admitDisable(target);
    await switchOffOrMark(context, target);
  });
}

/** A switch that failed without a clear no may be off: should the block stay after all, it must be sent again. */
async function switchOffOrMark(context: DestroyContext, target: WrittenChannel): Promise<void> {
  const { state } = context;
  try {
    await switchOff(context, target, knownClient(state));
  } catch (error) {
    if (mayHaveTakenEffect(error)) {
      markUnanswered(context.private, false);
      context.save({ ...state, verification: "stale" });
    }
    throw error;
  }
}

function warnOfDeclaration({ state, diagnostics }: StateContext): void {
  diagnostics.warning(
    "Tracking was left as it is",
    `The channel ${state.channel_id} is also declared under another address (or by the replacement of this object), which this same run has created or updated. What is declared wins, so tracking was not switched off. When a block is renamed, a moved block says so: moved { from = …, to = … } keeps the object and sends nothing.`,
  );
}

function knownClient({ client_id: clientId, channel_id: channelId }: StateContext["state"]): string {
  if (clientId !== null) return clientId;
  throw new DiagnosticError(
    "Client of the channel is not known",
    `The state does not say which client the channel ${channelId} belongs to, and the path of the switch needs it. Run refresh, or set client_id and apply.`,
  );
}
