import { bool, type Context, listNested, ofType, type StateOf, string, types } from "../../../framework";
import type { Session } from "../../session";
import { eachId, id, optionalId } from "../../validators";
import {
  allowEmptyAttribute,
  computed,
  includeJsonAttribute,
  partnerAttribute,
  readTimeouts,
} from "../data-attributes";
import { adAccountAttributes, adAttributes, jsonAttribute } from "../signals/ad-attributes";
import { appAttributes } from "../signals/app";

const facebookAccount = {
  id: computed("Id of the Facebook account."),
  name: computed("Name of the Facebook account."),
  ad_accounts: listNested(adAccountAttributes, {
    computed: true,
    description: "Ad accounts of the Facebook account; null if the answer has no `ad_accounts`.",
  }),
  json: jsonAttribute,
};

/** Attributes of the data source. */
export const schema = {
  client_id: string({
    required: true,
    validate: [id],
    description: "Id of the client, such as `exampleCL`.",
  }),
  channel_id: string({
    optional: true,
    validate: [optionalId],
    description:
      "Id of the client's channel whose ads are read, such as `exampleCH`; set at most one of this and `app_id`.",
  }),
  app_id: appAttributes.app_id,
  partner_id: partnerAttribute,
  ad_account_ids: ofType(types.list(types.string), {
    optional: true,
    nullElements: false,
    validate: [{ partial: true, check: eachId }],
    description: "Ids of the ad accounts whose ads are read; by default all ad accounts of the client.",
  }),
  include_ads: bool({
    default: true,
    description: "Whether ads are read, with one request per 100 ads of each ad account. Defaults to `true`.",
  }),
  include_json: includeJsonAttribute,
  allow_empty: allowEmptyAttribute,
  facebook_account_attached: bool({
    computed: true,
    description:
      "Whether the client has attached a Facebook account; without one there are no ads to measure.",
  }),
  facebook_accounts: listNested(facebookAccount, {
    computed: true,
    description: "Facebook accounts that the client has attached.",
  }),
  ads: listNested(adAttributes, {
    computed: true,
    description:
      "Ads that open a chat with the channel; null without an app id, and if `include_ads` is false.",
  }),
  ctwa_tracking: computed(
    "CTWA tracking of `channel_id` as the hub reports it: `on`, `off` or, usually, `unknown`. No public document shows a field for it.",
  ),
  timeouts: readTimeouts,
};

/** The data block with its result. */
export type State = StateOf<typeof schema>;

/** Input of a read. */
export interface ReadContext extends Context<Session> {
  readonly config: State;
}
