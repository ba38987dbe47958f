// What is asked of the Signals API: Facebook accounts, ads and keyword postbacks.
// It must never know how a request is sent, retried or authenticated.
// Next: signals.ts, one function per request.
export {
  getAd,
  getFacebookAccount,
  getKeywordPostback,
  type KeywordRef,
  listAds,
  listFacebookAccounts,
  setKeywordPostback,
} from "./signals";
export type { SignalsObject } from "./signals-list";
