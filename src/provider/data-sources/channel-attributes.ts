import type { Channel } from "../../client";
import type { TrackingFlag } from "../switching";
import { computed } from "./data-attributes";

/** Attributes of a channel, except its id and its number. */
export const channelAttributes = {
  client_id: computed("Id of the client that the channel belongs to, such as `exampleCL`."),
  client_name: computed("Name of that client."),
  status: computed(
    "Onboarding status of the channel as the hub writes it, such as `created`, `unverified` or `verified`.",
  ),
  hub_status: computed("Status of the channel in the Partner Hub, as the hub writes it."),
  account_mode: computed("Either `live` or `sandbox`."),
  app_id: computed("Id of the channel's messaging app in Signals; null if it has none."),
  phone_name: computed("Display name of the number."),
  waba_account_id: computed("Id of the WhatsApp Business Account at 360dialog, such as `exampleWA`."),
  waba_external_id: computed("Id of the WhatsApp Business Account at Meta."),
  created_at: computed("Time of creation, as the hub writes it."),
  cancelled_at: computed("Time of cancellation, as the hub writes it; null if the channel is not cancelled."),
  terminated_at: computed(
    "Time at which the channel ends or ended, as the hub writes it; null if no end is set.",
  ),
  ctwa_tracking: computed(
    "CTWA tracking as the hub reports it: `on`, `off` or, usually, `unknown`. No public document shows a field for it.",
  ),
  json: computed(
    "The channel object as the hub sent it, for `jsondecode`; null unless `include_json` is true.",
  ),
};

/** The values of those attributes. */
export function channelValues(channel: Channel, flag: TrackingFlag) {
  return {
    client_id: channel.clientId,
    client_name: channel.clientName,
    status: channel.status,
    hub_status: channel.hubStatus,
    account_mode: channel.accountMode,
    app_id: channel.appId,
    phone_name: channel.phoneName,
    waba_account_id: channel.wabaAccountId,
    waba_external_id: channel.wabaExternalId,
    created_at: channel.createdAt,
    cancelled_at: channel.cancelledAt,
    terminated_at: channel.terminatedAt,
    ctwa_tracking: trackingWord(flag.read(channel)),
    json: channel.json ?? null,
  };
}

/** A reported tracking state as a word. */
export function trackingWord(reported: boolean | null): "on" | "off" | "unknown" {
  if (reported === null) return "unknown";
  return reported ? "on" : "off";
}
