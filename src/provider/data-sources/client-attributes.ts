import type { HubClient } from "../../client";
import { number } from "../../framework";
import { computed } from "./data-attributes";

/** Attributes of a client, except its id and its name. */
export const clientAttributes = {
  status: computed("Status of the client as the hub writes it, such as `active`."),
  organisation: computed("Organisation of the client."),
  max_channels: number({
    computed: true,
    description: "Maximum number of channels of the client; null if the hub sets no limit.",
  }),
  partner_payload: computed("Note of the partner about the client."),
  business_vertical: computed("Business vertical of the client, such as `Retail`."),
  timezone: computed("Time zone of the client, such as `Europe/Berlin`."),
  language: computed("Language of the client, such as `en`."),
  country: computed("Country of the client, such as `DE`."),
  webpage_url: computed("Web page of the client."),
  created_at: computed("Time of creation, as the hub writes it."),
  modified_at: computed("Time of the last change, as the hub writes it."),
  json: computed(
    "The client object as the hub sent it, for `jsondecode`; null unless `include_json` is true.",
  ),
};

/** The values of those attributes. */
export function clientValues(client: HubClient) {
  return {
    status: client.status,
    organisation: client.organisation,
    max_channels: client.maxChannels,
    partner_payload: client.partnerPayload,
    business_vertical: client.businessVertical,
    timezone: client.timezone,
    language: client.language,
    country: client.country,
    webpage_url: client.webpageUrl,
    created_at: client.createdAt,
    modified_at: client.modifiedAt,
    json: client.json ?? null,
  };
}
