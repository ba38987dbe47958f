import { dataSource, string } from "../../framework";
import type { Session } from "../session";
import { id } from "../validators";
import { readTimeouts } from "./data-attributes";
import { appAttributes, checkApp, findApp } from "./signals/app";

/** The URL to which Signals reports a keyword's conversions. */
export const signalsKeywordPostback = dataSource<Session>()({
  type: "signals_keyword_postback",
  description:
    "The URL to which Signals reports the conversions of a keyword (a beta feature). Signals needs a bearer token: an `api_key` alone is not enough.",
  schema: {
    ...appAttributes,
    ad_id: string({ required: true, validate: [id], description: "Id of the ad at Meta." }),
    keyword_id: string({
      required: true,
      validate: [id],
      description: "Id of the keyword in Signals; no documented request lists keywords.",
    }),
    url: string({
      computed: true,
      sensitive: true,
      description: "The URL; null if there is none. It often holds a token and is stored in the state.",
    }),
    timeouts: readTimeouts,
  },
  validate: ({ config, diagnostics }) => checkApp(config, diagnostics),
  async read(context) {
    const { config, client, signal, deadline } = context;
    const app = await findApp(context);
    const { ad_id: adId, keyword_id: keywordId } = config;
    const url = await client.api.signals.keywordPostback(app.app_id, adId, keywordId, {
      signal,
      deadline,
    });
    return { ...config, ...app, url };
  },
});
