import type { Channel, ChannelRef } from "../../../client";
import { isUnknown, type Unknown } from "../../../framework";
import type { Seen } from "./read-back";
import type { Planned, State } from "./schema";

/** The state right after the hub accepted a switch: what was planned, and the channel as it was looked up before. */
export function acceptedState(plan: Planned, channel: Channel, ref: ChannelRef, at: string): State {
  return settle(plan, {
    ...plan,
    enabled: plan.enabled !== false,
    on_destroy: "disable",
    id: ref.channelId,
    client_id: ref.clientId,
    partner_id: ref.partnerId,
    app_id: channel.appId,
    phone_number: channel.phoneNumber,
    verification: "assumed",
    asserted_at: at,
  });
}

/** The same after the channel was read back. */
export function refine(accepted: State, plan: Planned, { channel, verification }: Seen): State {
  return {
    ...accepted,
    app_id: known(plan.app_id, channel?.appId ?? accepted.app_id),
    phone_number: known(plan.phone_number, channel?.phoneNumber ?? accepted.phone_number),
    verification: known(plan.verification, verification),
  };
}

/** The plan, with what it leaves open taken from elsewhere: what was planned as known must come out so. */
export function settle(plan: Planned, open: State): State {
  return {
    ...plan,
    id: known(plan.id, open.id),
    client_id: known(plan.client_id, open.client_id),
    partner_id: known(plan.partner_id, open.partner_id),
    enabled: known(plan.enabled, open.enabled),
    on_destroy: known(plan.on_destroy, open.on_destroy),
    app_id: known(plan.app_id, open.app_id),
    phone_number: known(plan.phone_number, open.phone_number),
    verification: known(plan.verification, open.verification),
    asserted_at: known(plan.asserted_at, open.asserted_at),
  };
}

function known<T>(planned: T, open: Exclude<T, Unknown>) {
  return isUnknown(planned) ? open : (planned as Exclude<T, Unknown>);
}
