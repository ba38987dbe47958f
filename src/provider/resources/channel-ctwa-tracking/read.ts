import type { Channel } from "../../../client";
import type { ReadContext } from "../../../framework";
import { findObstacle } from "../../channels";
import { partnerOf } from "../../partner";
import type { Session } from "../../session";
import { hasMoved, overdueBy, verificationOf } from "../../switching";
import type { State, schema } from "./schema";
import { sentRecordOf } from "./sent";
import { readFromChannel } from "./state-from-channel";

type Reading = ReadContext<Session, typeof schema>;

/** Reads the channel; null if it is gone or terminated. */
export async function readTracking(context: Reading): Promise<State | null> {
  const { state, client: session, signal, deadline, diagnostics } = context;
  session.checks.noteRefresh();
  const partnerId = partnerOf(state.partner_id, session);
  const channel = await session.api.channels.find(partnerId, state.channel_id, { signal, deadline });
  const target = { partnerId, channelId: state.channel_id, clientId: null, declaredBy: "block" } as const;
  const end = findObstacle(channel, target, session.clock.now());
  if (end !== null) {
    session.checks.noteVanished(target);
    session.repeats.warn(diagnostics, end.summary, `${end.detail} ${ENDED}`);
    return null;
  }
  // Without an obstacle there is a channel.
  return stateOf(channel as Channel, context);
}

const ENDED =
  "The object leaves the state. If its block stays, the plan creates the object again, and apply fails for this object only.";

function stateOf(channel: Channel, context: Reading): State {
  const { state, private: kept, client: session, diagnostics } = context;
  const { clientId } = channel;
  const record = sentRecordOf(state, kept);
  session.flag.warnIfMissing(channel, diagnostics);
  if (hasMoved(record, clientId)) warnOfMove(context, record?.clientId, clientId);
  const reported = session.flag.read(channel);
  return {
    ...state,
    ...readFromChannel(channel),
    client_id: clientId ?? state.client_id,
    enabled: reported ?? state.enabled,
    verification: verificationOf({
      reported,
      clientId,
      record,
      waits: state.verification === "stale",
      isOverdue: overdueBy(state.reassert_after, session.clock.now()),
    }),
  };
}

function warnOfMove(
  { client: session, state, diagnostics }: Reading,
  before: string | undefined,
  now: string | null,
): void {
  session.repeats.warn(
    diagnostics,
    "Channel moved to another client",
    `The hub now has the channel ${state.channel_id} under the client ${now}; its switch was last sent under ${before}. The plan sends it again under ${now}. If the block's client_id names another client, apply fails before anything is switched.`,
  );
}
