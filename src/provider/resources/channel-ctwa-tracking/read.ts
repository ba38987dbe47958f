import type { Channel } from "../../../client";
import { tryParseDuration } from "../../../framework";
import { findEnd } from "../../channels/channel-obstacle";
import { partnerOf } from "../../partner";
import { mayStillCome } from "../../switching/unanswered";
import { assertedUnder, unansweredSwitch } from "./private-state";
import type { State, StateContext, Verification } from "./schema";

/** How the channel is now; null when it is gone or terminated. */
export async function readTracking(context: StateContext): Promise<State | null> {
  const { state, client, signal, deadline, diagnostics } = context;
  const partnerId = partnerOf(state.partner_id, client);
  const channel = await client.api.channels.find(partnerId, state.channel_id, { signal, deadline });
  const target = { partnerId, channelId: state.channel_id, declaredBy: "block" } as const;
  const end = findEnd(channel, target, client.clock.now());
  if (end !== null) {
    client.checks.noteVanished(target);
    diagnostics.warning(end.summary, `${end.detail} ${ENDED}`);
  }
  if (channel === null || end !== null) return null;
  client.flag.warnIfMissing(channel, diagnostics);
  return stateOf(channel, context);
}

const ENDED =
  "The object leaves the state. While its block is there, the plan creates it anew, and apply fails for it alone.";

function stateOf(channel: Channel, context: StateContext): State {
  const { state, private: kept, client } = context;
  const reported = client.flag.read(channel);
  const before = assertedUnder(kept) ?? state.client_id;
  const moved = channel.clientId !== null && channel.clientId !== before;
  if (moved) warnOfMove(context, before, channel.clientId);
  return {
    ...state,
    client_id: channel.clientId ?? state.client_id,
    app_id: channel.appId,
    phone_number: channel.phoneNumber,
    enabled: reported ?? state.enabled,
    verification: moved ? "stale" : verificationOf(reported, context),
  };
}

function warnOfMove({ state, diagnostics }: StateContext, before: string | null, now: string | null): void {
  diagnostics.warning(
    "Channel moved to another client",
    `The hub has the channel ${state.channel_id} under the client ${now} now; its switch was last sent under ${before}. The plan sends it again under ${now}, unless the block's client_id names another client: then apply fails before anything is switched.`,
  );
}

function verificationOf(reported: boolean | null, context: StateContext): Verification {
  const { state, private: kept, client } = context;
  const before = state.verification as Verification;
  const isOpen = before === "stale" && mayStillCome(unansweredSwitch(kept), reported);
  if (reported !== null) return isOpen ? "stale" : "observed";
  // What was observed and is not reported any more is worth as much as its last write, if there was one.
  const unseen = before === "observed" ? (state.asserted_at === null ? "unverified" : "assumed") : before;
  return unseen === "assumed" && isOverdue(state, client.clock.now()) ? "stale" : unseen;
}

function isOverdue({ reassert_after: after, asserted_at: at }: State, now: number): boolean {
  if (after === null || at === null) return false;
  return now - Date.parse(at) > (tryParseDuration(after) ?? Number.POSITIVE_INFINITY);
}
