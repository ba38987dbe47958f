import { number, type PlannedOf, type StateOf, string, timeouts, type UncertainOf } from "../../../framework";
import { httpsUrl, id, keepOrUrl, optionalId, wholeNumber } from "../../validators";
import { isSameUrl } from "./url";

/** Attributes of a keyword's postback. */
export const schema = {
  app_id: string({
    required: true,
    replaces: true,
    validate: [id],
    description:
      "Id of the channel's messaging app, such as `100001`, which `dialog360_channel_ctwa_tracking` exports; changing it replaces the object.",
  }),
  ad_id: string({
    required: true,
    replaces: true,
    validate: [id],
    description: "Id of the ad at Meta; changing it replaces the object.",
  }),
  keyword_id: string({
    required: true,
    replaces: true,
    validate: [id],
    description:
      "Id of the keyword in Signals; no documented request lists keywords. Changing it replaces the object.",
  }),
  channel_id: string({
    optional: true,
    validate: [optionalId],
    description:
      "Id of the channel that has the app, such as `exampleCH`. If it is set, plan checks the channel, its app and its tracking state.",
  }),
  url: string({
    optional: true,
    sensitive: true,
    validate: [httpsUrl],
    equal: isSameUrl,
    description:
      "The URL to which Signals reports the keyword's conversions; https only. It is stored in the state. Set either this or `url_wo`.",
  }),
  url_wo: string({
    optional: true,
    writeOnly: true,
    validate: [httpsUrl],
    description:
      "The same URL, never stored in state or plan (Terraform or OpenTofu 1.11 and newer). Needs `url_wo_version`.",
  }),
  url_wo_version: number({
    optional: true,
    validate: [wholeNumber(0, Number.MAX_SAFE_INTEGER)],
    description: "Any whole number. Change it to send a changed `url_wo`.",
  }),
  on_destroy: string({
    default: "keep",
    validate: [keepOrUrl],
    description:
      'What destroy does, since no documented request removes a postback: `"keep"` leaves it, an https URL replaces it. Defaults to `"keep"`.',
  }),
  id: string({
    computed: true,
    stable: true,
    description: "The ids of app, ad and keyword, joined by slashes: the import id.",
  }),
  timeouts: timeouts({ plan: "5m", create: "5m", read: "2m", update: "5m", delete: "5m" }),
};

/** What stands in the state. */
export type State = StateOf<typeof schema>;

/** What an apply makes true. */
export type Planned = PlannedOf<typeof schema>;

/** A configuration or plan before apply. */
export type Uncertain = UncertainOf<typeof schema>;
