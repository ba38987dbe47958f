import { type Client, SignalsError } from "../../../client";
import type { Context } from "../../../framework";
import type { Session } from "../../session";
import type { State } from "./schema";

/** The ids that name a keyword. */
export type KeywordIds = Pick<State, "app_id" | "ad_id" | "keyword_id">;

/** The import id of a keyword. */
export function formatKeyword({ app_id: app, ad_id: ad, keyword_id: keyword }: KeywordIds): string {
  return `${app}/${ad}/${keyword}`;
}

/** A keyword as messages name it. */
export function describeKeyword({ app_id: app, ad_id: ad, keyword_id: keyword }: KeywordIds): string {
  return `the keyword ${keyword} of the ad ${ad} (app ${app})`;
}

type Reach = Pick<Context<Session>, "signal" | "deadline"> & { readonly client: { readonly api: Client } };

/** The URL that a keyword has; null if Signals shows none or answers 404. */
export async function findPostback(
  ids: KeywordIds,
  { client, signal, deadline }: Reach,
): Promise<string | null> {
  const { app_id: app, ad_id: ad, keyword_id: keyword } = ids;
  return orNullIfAbsent(client.api.signals.keywordPostback(app, ad, keyword, { signal, deadline }));
}

/** Sets the URL of a keyword. */
export function setPostback(
  ids: KeywordIds,
  url: string,
  { client, signal, deadline }: Reach,
): Promise<void> {
  const keyword = { appId: ids.app_id, adId: ids.ad_id, keywordId: ids.keyword_id };
  return client.api.signals.setKeywordPostback(keyword, url, { signal, deadline });
}

/** The result of a request to Signals; null if Signals answers 404. */
export async function orNullIfAbsent<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof SignalsError && error.notFound) return null;
    throw error;
  }
}
