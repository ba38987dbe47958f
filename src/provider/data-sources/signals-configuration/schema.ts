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
import { adAccountAttributes, adAttributes, jsonAttribute } from "../signals-ad-attributes";
import { appAttributes } from "../signals-app";

const facebookAccount = {
  id: computed("Id of the Facebook account."),
  name: computed("Name of the Facebook account."),
  ad_accounts: listNested(adAccountAttributes, {
    computed: true,
    description:
      "Ad accounts of the Facebook account. No public document shows the shape of this answer: they are looked for under `ad_accounts`. Null where nothing of that kind is found; `include_json` shows what there is.",
  }),
  json: jsonAttribute,
};

/** Attributes of what Signals knows of a client. */
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
      "Id of a channel of this client, such as `exampleCH`: its app is the one whose ads are read, and its tracking state is reported. At most one of `channel_id` and `app_id` is set.",
  }),
  app_id: appAttributes.app_id,
  partner_id: partnerAttribute,
  ad_account_ids: ofType(types.list(types.string), {
    optional: true,
    nullElements: false,
    validate: [{ partial: true, check: eachId }],
    description:
      "Ids of the ad accounts whose ads are read. Defaults to all ad accounts of the client's Facebook accounts.",
  }),
  include_ads: bool({
    default: true,
    description:
      "Whether ads are read: one request for every hundred ads of every ad account. Defaults to `true`.",
  }),
  include_json: includeJsonAttribute,
  allow_empty: allowEmptyAttribute,
  facebook_account_attached: bool({
    computed: true,
    description:
      "Whether the client has attached a Facebook account. Without one, there are no ads to measure: the client has to attach one in the Client Hub.",
  }),
  facebook_accounts: listNested(facebookAccount, {
    computed: true,
    description:
      "Facebook accounts that the client has attached. No public document shows the shape of these objects: what is called `id` and `name` is read.",
  }),
  ads: listNested(adAttributes, {
    computed: true,
    description:
      "Ads that open a chat with the channel. Null without an app id, that is without `channel_id` and `app_id` or where the channel has no app, and where `include_ads` is false.",
  }),
  ctwa_tracking: computed(
    "CTWA tracking of `channel_id` as the hub reports it: `on`, `off`, or `unknown`. No public document shows a field that tells it, so `unknown` is the usual answer, and always without `channel_id`.",
  ),
  timeouts: readTimeouts,
};

/** The data block and what was read for it. */
export type State = StateOf<typeof schema>;

/** What a read gets. */
export interface ReadContext extends Context<Session> {
  readonly config: State;
}
