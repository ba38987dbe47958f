import { dataSource, string } from "../../framework";
import type { Session } from "../session";
import { id } from "../validators";
import { includeJsonAttribute, readTimeouts } from "./data-attributes";
import { adDetails } from "./signals-ad-attributes";
import { appAttributes, checkApp, findApp } from "./signals-app";
import { adFrom } from "./signals-objects";

/** One ad, as Signals sums it up. */
export const signalsAd = dataSource<Session>()({
  type: "signals_ad",
  description:
    "One ad that opens a chat with a channel, as the Signals API sums it up. Which figures it gives is documented in part only: `include_json` shows all of them. Signals takes bearer tokens only: the provider needs `username` and `password`, or `access_token`; an `api_key` alone is not enough.",
  schema: {
    ...appAttributes,
    ad_id: string({ required: true, validate: [id], description: "Id of the ad at Meta." }),
    include_json: includeJsonAttribute,
    ...adDetails,
    timeouts: readTimeouts,
  },
  validate: ({ config, diagnostics }) => checkApp(config, diagnostics),
  async read(context) {
    const { config, client, signal, deadline } = context;
    const app = await findApp(context);
    const found = await client.api.signals.ad(app.app_id, config.ad_id, { signal, deadline });
    const { id: _, ...details } = adFrom(found, config.include_json === true);
    return { ...config, ...app, ...details };
  },
});
