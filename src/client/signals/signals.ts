import type { CallLimits } from "../call";
import type { ApiReply, CallApi } from "../call-api";
import { countIn, isJsonObject, type JsonObject, ownMember, textIn } from "../json";
import { identityOf, readSignalsList, type SignalsObject } from "./signals-list";

// The most that the documentation allows per page.
const PAGE_SIZE = 100;

/** All Facebook accounts that a client has attached; none means that the client must attach one first. */
export async function listFacebookAccounts(
  callApi: CallApi,
  clientId: string,
  limits: CallLimits,
): Promise<SignalsObject[]> {
  const reply = await get(callApi, ["v1", "clients", clientId, "facebook-accounts"], {}, limits);
  return [...objectsOf(reply)];
}

/** One Facebook account, with its ad accounts. */
export async function getFacebookAccount(
  callApi: CallApi,
  clientId: string,
  accountId: string,
  limits: CallLimits,
): Promise<SignalsObject> {
  const reply = await get(callApi, ["v1", "clients", clientId, "facebook-accounts", accountId], {}, limits);
  const account = objectOf(reply);
  if (!saysAnything(account.fields)) throw reply.unusable("it holds neither an id nor a list");
  return account;
}

/** One ad, with what Signals sums up of it. */
export async function getAd(
  callApi: CallApi,
  appId: string,
  adId: string,
  limits: CallLimits,
): Promise<SignalsObject> {
  const reply = await get(callApi, ["v1", "app", appId, "ads", adId], {}, limits);
  const ad = objectOf(reply);
  if (textIn(ad.fields, "id") === null) throw reply.unusable("it holds no id of an ad");
  return ad;
}

/** A keyword by everything that its path needs. */
export interface KeywordRef {
  readonly appId: string;
  readonly adId: string;
  readonly keywordId: string;
}

/** The address to which a keyword's conversions are reported at once; null where there is none. */
export async function getKeywordPostback(
  callApi: CallApi,
  { appId, adId, keywordId }: KeywordRef,
  limits: CallLimits,
): Promise<string | null> {
  const segments = ["v1", "app", appId, "ads", adId, "keywords", keywordId, "signal"];
  const reply = await get(callApi, segments, {}, limits);
  const url = ownMember(objectOf(reply).fields, "url");
  if (url === null || url === "") return null;
  if (typeof url !== "string") throw reply.unusable("it holds no address as its url");
  return url;
}

/** Which fields an account has is not documented, but for its ad accounts; one without any of this would pass for empty. */
function saysAnything(account: JsonObject): boolean {
  return textIn(account, "id") !== null || Object.values(account).some(Array.isArray);
}

/** All ads of an ad account, page by page. */
export async function listAds(
  callApi: CallApi,
  appId: string,
  adAccountId: string,
  limits: CallLimits,
): Promise<SignalsObject[]> {
  const ads = new Map<string, SignalsObject>();
  for (let offset = 0; ; ) {
    const query = { offset: String(offset), limit: String(PAGE_SIZE) };
    const reply = await get(callApi, ["v1", "app", appId, "ads", "account", adAccountId], query, limits);
    const page = objectsOf(reply);
    const before = ads.size;
    for (const ad of page) ads.set(identityOf(ad), ad);
    offset += page.length;
    const total = totalOf(reply);
    // Nothing new: the offset is ignored, and every further page would be this one.
    if (page.length > 0 && ads.size === before) {
      if (total !== null && ads.size < total) {
        throw reply.unusable(`the list holds ${ads.size} of ${total} ads, so that ads are missing`);
      }
      return [...ads.values()];
    }
    if (page.length === 0 || isLastPage(page.length, offset, total)) return [...ads.values()];
  }
}

function totalOf(reply: ApiReply): number | null {
  const body = reply.json();
  return isJsonObject(body) ? countIn(body, "total") : null;
}

/**
 * Whether no page follows. The API may give less per page than was asked for, and no document says that it tells a
 * total: a page that is shorter is followed by one more request, unless a total that is more than its own count says
 * that the end is reached.
 */
function isLastPage(count: number, reached: number, total: number | null): boolean {
  return total !== null && total > count && reached === total && count < PAGE_SIZE;
}

function objectsOf(reply: ApiReply): readonly SignalsObject[] {
  const list = readSignalsList(reply.json(), reply.body);
  if (list.objects === null) throw reply.unusable(list.problem);
  return list.objects;
}

function objectOf(reply: ApiReply): SignalsObject {
  const fields = reply.json();
  if (!isJsonObject(fields)) throw reply.unusable("it is not an object");
  return { json: reply.body.trim(), fields };
}

function get(
  callApi: CallApi,
  segments: readonly string[],
  query: Readonly<Record<string, string>>,
  limits: CallLimits,
): Promise<ApiReply> {
  return callApi({ api: "signals", purpose: "signals", method: "GET", segments, query }, limits);
}
