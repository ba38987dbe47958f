import { type Call, type Handler, json, Refusal, signalsError } from "../routing";
import { type Ad, meantAppId, type World } from "../world";
import { signalsList } from "./list";

// Tracking has to be on before keywords are configured; nothing is documented of what it changes in these two
// answers, so they are the same with tracking off. They hold the fields of an ad that are known and no figures.

/** GET /v1/app/{app}/ads/account/{ad account}: a page of ads; an ad account without ads, or unknown, has none. */
export const ads: Handler = (world, call) => {
  const offset = count(call.query, "offset", 0, Number.MAX_SAFE_INTEGER, 0);
  const limit = count(call.query, "limit", 1, 100, 20);
  const ads = adsOfOwnApp(world, call).filter((ad) => ad.ad_account.id === call.params["account"]);
  const size = Math.min(limit, world.settings.maxAdsPerPage ?? limit);
  return signalsList(ads.slice(offset, offset + size), world.settings);
};

/** GET /v1/app/{app}/ads/{ad}: the ad's overview. */
export const ad: Handler = (world, call) => json(200, ownAd(world, call));

/**
 * The ad that the path names.
 * @throws Refusal
 */
export function ownAd(world: World, call: Call): Ad {
  const ad = adsOfOwnApp(world, call).find((one) => one.id === call.params["ad"]);
  if (ad === undefined) throw new Refusal(signalsError(404, "ad not found"));
  return ad;
}

function adsOfOwnApp(world: World, call: Call): readonly Ad[] {
  const appId = meantAppId(call.params["app"] ?? "", world.settings);
  const channel = world.store.channelOfApp(appId);
  if (channel === undefined) throw new Refusal(signalsError(404, "app not found"));
  if (channel.partner_id !== call.caller) throw new Refusal(signalsError(403, "forbidden"));
  return world.store.adsOf(appId);
}

function count(query: URLSearchParams, name: string, least: number, most: number, fallback: number): number {
  const given = query.get(name);
  if (given === null) return fallback;
  const value = /^\d{1,15}$/.test(given) ? Number(given) : -1;
  if (value >= least && value <= most) return value;
  throw new Refusal(signalsError(400, `${name} must be a whole number from ${least} to ${most}`));
}
