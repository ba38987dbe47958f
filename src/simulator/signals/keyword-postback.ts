import { type Call, type Handler, json, Refusal, signalsError } from "../routing";
import { meantAppId, type World } from "../world";
import { ownAd } from "./ads";

// Documented are the path, the address in the body and both answers. What an address must be is not, nor is a list of
// keywords, so any id is one. Options decide how a keyword without an address answers, and whether tracking must be on.

/** GET …/signal: the address to which a keyword's conversions are reported. */
export const keywordPostback: Handler = (world, call) => {
  const postback = world.store.keywordPostback(ownAd(world, call).id, call.params["keyword"] ?? "");
  if (postback !== undefined) return json(200, { url: postback.url });
  const { noPostback } = world.settings;
  if (noPostback === "not_found") throw new Refusal(signalsError(404, "the keyword has no postback"));
  return json(200, { url: noPostback === "null" ? null : "" });
};

/** POST …/signal: sets that address. */
export const setKeywordPostback: Handler = (world, call) => {
  const ad = ownAd(world, call);
  const url = addressIn(call.body);
  if (world.settings.strictPostback) refuseUntracked(world, call);
  world.store.putKeywordPostback({ ad_id: ad.id, keyword_id: call.params["keyword"] ?? "", url });
  return json(200, { success: true });
};

function refuseUntracked({ store, settings }: World, { params }: Call): void {
  const channel = store.channelOfApp(meantAppId(params["app"] ?? "", settings));
  if (channel?.ctwa) return;
  throw new Refusal(signalsError(409, "CTWA tracking of this number is not enabled"));
}

function addressIn(body: string): string {
  const url = tryParse(body)?.url;
  if (typeof url === "string" && /^https:/.test(url) && URL.canParse(url)) return url;
  throw new Refusal(signalsError(400, "url must be an https address"));
}

function tryParse(body: string): { readonly url?: unknown } | null {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
