import type { CallLimits } from "../call";
import type { ApiReply, CallApi } from "../call-api";
import { countIn, isJsonObject, type JsonObject, ownMember, textIn } from "../json";
import { identityOf, readSignalsList, type SignalsObject } from "./signals-list";

// The largest page size that the documentation allows.
const PAGE_SIZE = 100;

/** All Facebook accounts that a client has attached; an empty list means that the client must attach one first. */
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

/** One ad, with the summary that Signals gives of it. */
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

/** A keyword with all ids that its path needs. */
export interface KeywordRef {
  readonly appId: string;
  readonly adId: string;
  readonly keywordId: string;
}

/** The URL to which Signals reports a keyword's conversions as they happen; null if there is none. */
export async function getKeywordPostback(
  callApi: CallApi,
  keyword: KeywordRef,
  limits: CallLimits,
): Promise<string | null> {
  const reply = await callApi(
    { api: "signals", purpose: "signals", method: "GET", segments: pathOf(keyword), secretAnswer: true },
    limits,
  );
  const url = ownMember(objectOf(reply).fields, "url");
  if (url === null || url === "") return null;
  if (typeof url !== "string") throw reply.unusable("it holds no address as its url");
  return url;
}

// After an abort, a postback that was sent gets this long to be answered, since it may take effect unanswered.
const GRACE_MS = 5_000;

/**
 * Sets the URL to which Signals reports a keyword's conversions. Any body of a success is accepted.
 * @throws DecodeError if something other than Signals seems to have answered
 */
export async function setKeywordPostback(
  callApi: CallApi,
  keyword: KeywordRef,
  url: string,
  limits: CallLimits,
): Promise<void> {
  const reply = await callApi(
    {
      ...{ api: "signals", purpose: "postback", method: "POST", segments: pathOf(keyword) },
      ...{ body: JSON.stringify({ url }), secret: url, secretAnswer: true, graceMs: GRACE_MS },
    },
    limits,
  );
  if (/^\s*</.test(reply.body)) throw reply.unusable("it is a page of HTML, not an answer of Signals");
}

function pathOf({ appId, adId, keywordId }: KeywordRef): readonly string[] {
  return ["v1", "app", appId, "ads", adId, "keywords", keywordId, "signal"];
}

/**
 * Whether an account has any expected field. Only its ad accounts are documented; an answer without any field must not
 * pass for an empty account.
 */
function saysAnything(account: JsonObject): boolean {
  return textIn(account, "id") !== null || Object.values(account).some(Array.isArray);
}

/** All ads of an ad account, from all pages. */
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
    // The page holds only known ads: the API ignores the offset and would return this page forever.
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
 * Whether this page is the last. The API may cap the page size, and no document says that it reports a total. So a
 * short page is followed by one more request, unless a credible total says that the end is reached. A total is credible
 * if it is more than the page's own count.
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
