// The Signals API, as far as its paths are documented: Facebook accounts, ads and keywords' postbacks, as a table of routes.
// It must never know the hub's routes: it has no /token and no /partners, and takes bearer tokens only.
// Read ads.ts next.
import type { Route } from "../routing/route";
import { adRoute, adsRoute } from "./ads";
import { facebookAccountRoute, facebookAccountsRoute } from "./facebook-accounts";
import { keywordPostbackRoute, setKeywordPostbackRoute } from "./keyword-postback";

/** Where the Signals routes stand; in the real world they have a host of their own. */
export const signalsBasePath = "/signals";

/** All simulated operations of the Signals API. */
export const signalsRoutes: readonly Route[] = [
  facebookAccountsRoute,
  facebookAccountRoute,
  adsRoute,
  adRoute,
  keywordPostbackRoute,
  setKeywordPostbackRoute,
];
