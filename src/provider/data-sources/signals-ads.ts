import { dataSource, listNested, string } from "../../framework";
import type { Session } from "../session";
import { filled, id } from "../validators";
import { includeJsonAttribute, readTimeouts } from "./data-attributes";
import { adAttributes } from "./signals/ad-attributes";
import { appAttributes, checkApp, findApp } from "./signals/app";
import { adFrom } from "./signals/objects";

/** The ads of one ad account that open chats with one channel. */
export const signalsAds = dataSource<Session>()({
  type: "signals_ads",
  description:
    "The ads of one ad account that open a chat with a channel, from the Signals API. Signals needs a bearer token: an `api_key` alone is not enough.",
  schema: {
    ...appAttributes,
    ad_account_id: string({
      required: true,
      validate: [id],
      description: "Id of the ad account at Meta; `dialog360_signals_configuration` lists those of a client.",
    }),
    status: string({
      optional: true,
      validate: [filled],
      description:
        "Only ads with this status, such as `ACTIVE`. Filtered by the provider, which reads all ads.",
    }),
    include_json: includeJsonAttribute,
    ads: listNested(adAttributes, { computed: true, description: "The ads, in the order of the API." }),
    timeouts: readTimeouts,
  },
  validate: ({ config, diagnostics }) => checkApp(config, diagnostics),
  async read(context) {
    const { config, client, signal, deadline } = context;
    const app = await findApp(context);
    const listed = await client.api.signals.ads(app.app_id, config.ad_account_id, { signal, deadline });
    const ads = listed.map((ad) => adFrom(ad, config.include_json === true));
    return {
      ...config,
      ...app,
      ads: ads.filter(({ status }) => config.status === null || status === config.status),
    };
  },
});
