import { dataSource, string } from "../../framework";
import type { Session } from "../session";
import { id } from "../validators";
import { readTimeouts } from "./data-attributes";
import { appAttributes, checkApp, findApp } from "./signals-app";

/** The address to which Signals reports a keyword's conversions. */
export const signalsKeywordPostback = dataSource<Session>()({
  type: "signals_keyword_postback",
  description:
    "The address to which Signals reports the conversions of a keyword as they happen (a beta of the Signals API). Signals takes bearer tokens only: the provider needs `username` and `password`, or `access_token`; an `api_key` alone is not enough.",
  schema: {
    ...appAttributes,
    ad_id: string({ required: true, validate: [id], description: "Id of the ad at Meta." }),
    keyword_id: string({
      required: true,
      validate: [id],
      description: "Id of the keyword in Signals. No documented request lists keywords.",
    }),
    url: string({
      computed: true,
      sensitive: true,
      description:
        "The address. Null where the API names none. Sensitive, since such addresses often hold a token; it is in the state all the same.",
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
