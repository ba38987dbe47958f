import type { Partner, Seed } from "../records";
import { channelsOfExample, channelsOfOther } from "./channels";
import { seededClients } from "./clients";
import { generatedWorld } from "./generated";
import { seededAds, seededFacebookAccounts, seededKeywordPostbacks } from "./signals";

/** The most channels that a generated world may have. */
export const mostChannels = 50_000;

/**
 * The world that a simulator starts with. It is the same each time; people and numbers are invented.
 *
 * Partner `examplePA`: user `partner@example.com`, password `example-password`, API key `example-api-key`,
 * ready-made bearer token `example-access-token`. Partner `otherPA`: `other@example.com`, `other-password`,
 * `other-api-key`, `other-access-token`.
 *
 * | client of examplePA | name | channels | Facebook account |
 * |---|---|---|---|
 * | `exampleCL` | Example Coffee | `exampleCH` `berlinCH` `hamburgCH` `munichCH` `cologneCH` | two ad accounts |
 * | `bakeryCL` | Bakery Example | `viennaCH` `grazCH` `linzCH` `salzburgCH` `innsbruckCH` | one ad account |
 * | `cyclesCL` | Cycles Example | `amsterdamCH` `utrechtCH` `rotterdamCH` `haarlemCH` `leidenCH` | none attached |
 * | `floristCL` | Florist Example | `parisCH` `lyonCH` `lilleCH` `nantesCH` `niceCH` | no ad account |
 * | `opticsCL` | Optics Example | `madridCH` `sevilleCH` `bilbaoCH` `valenciaCH` | none attached |
 *
 * `otherPA` has the client `otherCL` (Other Books) with `otherCH` and `lisbonCH`.
 *
 * Channels are live and verified, with tracking off, but for these: tracking is on in `munichCH` and
 * `viennaCH`; `salzburgCH` and `haarlemCH` are in sandbox mode; `innsbruckCH` and `niceCH` were terminated in
 * June 2025; `cologneCH` is cancelled and ends in 2099; `leidenCH` has just been created and has no app id and
 * no phone number; `lilleCH` is unverified; `bilbaoCH` has status `error`.
 *
 * `exampleCH` has app id `100001`, phone number `+4915550000001`, and ads: 3 in ad account `900000000000101`,
 * 130 in `900000000000102`. `viennaCH` (app id `100006`) has 2 in `900000000000201`.
 * The keyword `1001` of the ad `920000000001001` is reported to `https://example.com/conversions`.
 *
 * With `channels` below 24, examplePA keeps the first of the table, row by row; above, generated ones are added
 * (see generated.ts). Its clients stay all, and so does otherPA.
 */
export function exampleSeed(channels?: number): Seed {
  const named = channelsOfExample();
  const extra = generatedWorld("examplePA", Math.max(0, (channels ?? 0) - named.length));
  return {
    partners: [partner("example", "partner@example.com"), partner("other", "other@example.com")],
    clients: [...seededClients(), ...extra.clients],
    channels: [...named.slice(0, channels), ...extra.channels, ...channelsOfOther()],
    facebookAccounts: seededFacebookAccounts(),
    ads: seededAds((id) => named.find((channel) => channel.id === id)?.app_id ?? ""),
    keywordPostbacks: seededKeywordPostbacks(),
  };
}

function partner(name: string, username: string): Partner {
  return {
    id: `${name}PA`,
    username,
    password: `${name}-password`,
    api_key: `${name}-api-key`,
    access_token: `${name}-access-token`,
  };
}
