import { dataSource, string } from "../../framework";
import type { Session } from "../session";
import { id } from "../validators";
import { includeJsonAttribute, readTimeouts } from "./data-attributes";
import { adDetails } from "./signals/ad-attributes";
import { appAttributes, checkApp, findApp } from "./signals/app";
import { adFrom } from "./signals/objects";

/** One ad, from Signals. */
export const signalsAd = dataSource<Session>()({
  type: "signals_ad",
  description:
    "One ad that opens a chat with a channel, from the Signals API. Signals needs a bearer token: an `api_key` alone is not enough.",
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
