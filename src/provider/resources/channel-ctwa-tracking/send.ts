import type { Context, PrivateState } from "../../../framework";
import type { Session } from "../../session";
import { carryOut, recordAfterFailure, type SwitchOrder, type SwitchResult } from "../../switching";
import type { State } from "./schema";
import { keepSentRecord } from "./sent";

/** What sending the switch of a block needs of the operation. */
export interface SendContext extends Context<Session> {
  /** null while the object is created: a failed create leaves no state. */
  readonly state: State | null;
  readonly private: PrivateState;
  readonly save: (state: State) => void;
}

/** Carries out an order. If it fails and its outcome is unknown, the state says that it must be sent again. */
export async function sendOrMark(context: SendContext, order: SwitchOrder): Promise<SwitchResult> {
  context.client.progress.expect(1, context.diagnostics);
  try {
    return await carryOut(context, order);
  } catch (error) {
    const { state, client: session, private: kept } = context;
    const record = recordAfterFailure(order, error, session.clock.now());
    if (state !== null && record !== order.record) {
      keepSentRecord(kept, state.channel_id, record);
      context.save({ ...state, verification: "stale" });
    }
    throw error;
  }
}
