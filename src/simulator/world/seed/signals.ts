import type { Ad, AdAccount, FacebookAccount, KeywordPostback } from "../records";

const coffee = { id: "900000000000101", name: "Example Coffee Ads", currency: "EUR" };
const coffeeAbroad = { id: "900000000000102", name: "Example Coffee Abroad", currency: "USD" };
const bakery = { id: "900000000000201", name: "Bakery Example Ads", currency: "EUR" };

/** Facebook accounts that clients have attached. */
export function seededFacebookAccounts(): FacebookAccount[] {
  return [
    account("910000000000001", "exampleCL", "Example Coffee on Facebook", [coffee, coffeeAbroad]),
    account("910000000000002", "bakeryCL", "Bakery Example on Facebook", [bakery]),
    account("910000000000003", "floristCL", "Florist Example on Facebook", []),
  ];
}

/** Ads under the apps of exampleCH and viennaCH. */
export function seededAds(appOf: (channelId: string) => string): Ad[] {
  return [
    ...ads(appOf("exampleCH"), coffee, 3, 920_000_000_001_000),
    ...ads(appOf("exampleCH"), coffeeAbroad, 130, 920_000_000_002_000),
    ...ads(appOf("viennaCH"), bakery, 2, 920_000_000_003_000),
  ];
}

/** Where conversions of a keyword are reported to. */
export function seededKeywordPostbacks(): KeywordPostback[] {
  return [{ ad_id: "920000000001001", keyword_id: "1001", url: "https://example.com/conversions" }];
}

function account(id: string, clientId: string, name: string, adAccounts: AdAccount[]): FacebookAccount {
  return { id, client_id: clientId, name, ad_accounts: adAccounts };
}

function ads(appId: string, adAccount: AdAccount, count: number, baseId: number): Ad[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(baseId + index + 1),
    app_id: appId,
    name: `${adAccount.name} ${index + 1}`,
    status: index % 3 === 2 ? "PAUSED" : "ACTIVE",
    // Meta's way of writing times, with an offset: the one example in the documentation has +0100.
    created_time: "2025-02-03T10:00:00+0100",
    updated_time: "2025-02-10T16:30:00+0100",
    ad_account: adAccount,
    campaign: { name: `${adAccount.name}: spring`, start_time: "2025-02-03T11:00:00+0100" },
  }));
}
