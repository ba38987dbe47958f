import { singleNested } from "../../../framework";
import { computed } from "../data-attributes";

/** Attributes of an ad account. */
export const adAccountAttributes = {
  id: computed("Id of the ad account at Meta."),
  name: computed("Name of the ad account."),
  currency: computed("Currency of the ad account, such as `EUR`."),
};

/** The raw object from Signals. */
export const jsonAttribute = computed(
  "The object as the API sent it, for `jsondecode`; null unless `include_json` is true.",
);

/** Attributes of an ad, except its id. */
export const adDetails = {
  name: computed("Name of the ad at Meta."),
  status: computed("Status of the ad as the API writes it, such as `ACTIVE`."),
  ad_account: singleNested(adAccountAttributes, {
    computed: true,
    description: "Ad account that the ad belongs to.",
  }),
  campaign_name: computed("Name of the campaign that the ad belongs to."),
  campaign_start_time: computed("Start of the campaign, as the API writes it."),
  created_time: computed("Time of creation, as the API writes it, such as `2025-02-03T10:00:00+0100`."),
  updated_time: computed("Time of the last change, as the API writes it."),
  json: jsonAttribute,
};

/** Attributes of an ad. */
export const adAttributes = { id: computed("Id of the ad at Meta."), ...adDetails };
