import { DEFAULT_HUB_BASE_URL, DEFAULT_SIGNALS_BASE_URL } from "../../../src/client";
import type { World } from "./world";

// The real API is asked where the environment says so:
//   DIALOG360_CONTRACT=1                  together with the provider's own DIALOG360_PARTNER_ID and credentials
//                                         (_USERNAME and _PASSWORD, or _ACCESS_TOKEN, or _API_KEY), and its
//                                         _HUB_BASE_URL, _SIGNALS_BASE_URL and _CTWA_STATUS_FIELD where they are set.
//   DIALOG360_CONTRACT_CHANNEL=id         the channel to read; else the partner's first one with a phone number.
//   DIALOG360_CONTRACT_SWITCH_CHANNEL=id  the one channel that may be switched: on twice, off twice, and then on again
//                                         where the hub reported before that it was on. Without it nothing but GET
//                                         and the login is sent.
//   DIALOG360_CONTRACT_KEYWORD=ad/keyword an ad of the channel to read and a keyword of it with a postback.
//                                         Where a channel may be switched, the postback is set again to what it is.

/** The real API, as far as the environment opens it. */
export function realWorld(env: NodeJS.ProcessEnv): World {
  const at = (name: string) => env[`DIALOG360_${name}`] || undefined;
  const [adId, keywordId] = at("CONTRACT_KEYWORD")?.split("/") ?? [];
  const isLogin = at("USERNAME") !== undefined && at("PASSWORD") !== undefined;
  const isBearer = isLogin || at("ACCESS_TOKEN") !== undefined;
  const switched = at("CONTRACT_SWITCH_CHANNEL");
  return {
    name: "the real API",
    wanted: at("CONTRACT") === "1",
    closed: closedBecause(at, isBearer),
    lacks: {
      login: isLogin ? null : "DIALOG360_USERNAME and DIALOG360_PASSWORD are not both set",
      bearer: isBearer ? null : "an API key is no credential for Signals",
      writes: switched === undefined ? "DIALOG360_CONTRACT_SWITCH_CHANNEL names no channel" : null,
      keyword: keywordId === undefined ? "DIALOG360_CONTRACT_KEYWORD names no ad/keyword" : null,
    },
    channelId: at("CONTRACT_CHANNEL"),
    switchedId: switched,
    adId,
    keywordId,
    open: async () => ({
      settings: {
        partnerId: at("PARTNER_ID") ?? "",
        hubBaseUrl: at("HUB_BASE_URL") ?? DEFAULT_HUB_BASE_URL,
        signalsBaseUrl: at("SIGNALS_BASE_URL") ?? DEFAULT_SIGNALS_BASE_URL,
        ctwaStatusField: at("CTWA_STATUS_FIELD"),
        credentials: {
          username: at("USERNAME"),
          password: at("PASSWORD"),
          accessToken: at("ACCESS_TOKEN"),
          apiKey: at("API_KEY"),
        },
      },
      close: async () => {},
    }),
  };
}

function closedBecause(at: (name: string) => string | undefined, isBearer: boolean): string | null {
  if (at("CONTRACT") !== "1") return "DIALOG360_CONTRACT is not 1";
  if (at("PARTNER_ID") === undefined) return "DIALOG360_PARTNER_ID is not set";
  return isBearer || at("API_KEY") !== undefined ? null : "no credentials are set";
}
