// The Signals API, as far as its paths are documented: how its routes answer.
// It must never know the hub's routes: it has no /token and no /partners, and takes bearer tokens only.
// Read ads.ts next.
import type { Handler, RouteOf } from "../routing";
import { ad, ads } from "./ads";
import { facebookAccount, facebookAccounts } from "./facebook-accounts";
import { keywordPostback, setKeywordPostback } from "./keyword-postback";

/** How each route of the Signals API answers. */
export const signalsHandlers: Readonly<Record<RouteOf<"signals">, Handler>> = {
  facebook_accounts: facebookAccounts,
  facebook_account: facebookAccount,
  ads,
  ad,
  keyword_postback: keywordPostback,
  set_keyword_postback: setKeywordPostback,
};
