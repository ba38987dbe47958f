import { type DeleteContext, DiagnosticError } from "../../../framework";
import { partnerOf } from "../../partner";
import type { Session } from "../../session";
import type { SwitchOrder, Verification } from "../../switching";
import { titles } from "../../titles";
import type { State, schema } from "./schema";
import { sendOrMark } from "./send";
import { sentRecordOf } from "./sent";

type Destroying = DeleteContext<Session, typeof schema>;

/** Switches tracking off, unless `on_destroy` is "keep" or another object of the same run declares the channel. */
export async function destroyTracking(context: Destroying): Promise<void> {
  const { state, client: session, signal } = context;
  if (state.on_destroy === "keep") return;
  const target = { partnerId: partnerOf(state.partner_id, session), channelId: state.channel_id };
  await session.writes.inTurn(target, signal, async () => {
    const record = sentRecordOf(state, context.private);
    const order: SwitchOrder = {
      ref: { ...target, clientId: knownClient(state) },
      ...{ enabled: false, leaves: true, disables: true, record, channel: null },
    };
    if ((await sendOrMark(context, order)) !== "left") return;
    const { enabled, verification } = state;
    session.writes.handOver(target, { enabled, verification: verification as Verification, record });
    warnOfDeclaration(context);
  });
}

function warnOfDeclaration({ state, diagnostics }: Destroying): void {
  diagnostics.warning(
    titles.leftAsItIs,
    `Tracking of the channel ${state.channel_id} was not switched off, because another resource in this run manages the channel, or the replacement of this object does. If you renamed the block, add a moved block: moved { from = …, to = … } keeps the object and sends nothing.`,
  );
}

function knownClient({ client_id: clientId, channel_id: channelId }: State): string {
  if (clientId !== null) return clientId;
  throw new DiagnosticError(
    "Client of the channel is not known",
    `The path of the switch names the client of the channel ${channelId}, but the state does not hold it. Run refresh, or set client_id and apply.`,
  );
}
