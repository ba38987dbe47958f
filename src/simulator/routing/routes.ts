/** The simulated APIs. */
export type ApiName = "hub" | "signals";

/** The base path of each API; the real APIs have hosts of their own. */
export const basePaths: Readonly<Record<ApiName, string>> = { hub: "/api/v2", signals: "/signals" };

/** One operation of a simulated API. */
export interface RouteEntry {
  readonly api: ApiName;
  readonly method: "GET" | "POST";
  /** Below the base path of its API; ":" begins a variable segment. */
  readonly path: string;
  readonly kind: "login" | "list" | "object" | "switch";
  /** One sentence: what it answers or does. */
  readonly does: string;
}

const channelOfClient = "/partners/:partner/clients/:client/channels/:channel";
const signal = "/v1/app/:app/ads/:ad/keywords/:keyword/signal";

/** Every operation that is simulated: routing, faults, the request log and the guide are made from this table. */
export const routes = {
  token: {
    ...{ api: "hub", method: "POST", path: "/token", kind: "login" },
    does: "Exchanges user name and password for a bearer token.",
  },
  partner: {
    ...{ api: "hub", method: "GET", path: "/partners/:partner", kind: "object" },
    does: "Shows the partner.",
  },
  clients: {
    ...{ api: "hub", method: "GET", path: "/partners/:partner/clients", kind: "list" },
    does: "Lists the partner's clients.",
  },
  channels: {
    ...{ api: "hub", method: "GET", path: "/partners/:partner/channels", kind: "list" },
    does: "Lists the partner's channels; one channel is looked up with filters.",
  },
  enable_ctwa: {
    ...{ api: "hub", method: "POST", path: `${channelOfClient}/enable_ctwa`, kind: "switch" },
    does: "Switches CTWA tracking of a channel on.",
  },
  disable_ctwa: {
    ...{ api: "hub", method: "POST", path: `${channelOfClient}/disable_ctwa`, kind: "switch" },
    does: "Switches CTWA tracking of a channel off.",
  },
  facebook_accounts: {
    ...{ api: "signals", method: "GET", path: "/v1/clients/:client/facebook-accounts", kind: "list" },
    does: "Lists the Facebook accounts that a client has attached.",
  },
  facebook_account: {
    ...{
      api: "signals",
      method: "GET",
      path: "/v1/clients/:client/facebook-accounts/:account",
      kind: "object",
    },
    does: "Shows one of them with its ad accounts.",
  },
  ads: {
    ...{ api: "signals", method: "GET", path: "/v1/app/:app/ads/account/:account", kind: "list" },
    does: "Lists the ads of an ad account.",
  },
  ad: {
    ...{ api: "signals", method: "GET", path: "/v1/app/:app/ads/:ad", kind: "object" },
    does: "Shows an ad.",
  },
  keyword_postback: {
    ...{ api: "signals", method: "GET", path: signal, kind: "object" },
    does: "Shows the address to which conversions of a keyword are reported.",
  },
  set_keyword_postback: {
    ...{ api: "signals", method: "POST", path: signal, kind: "object" },
    does: "Sets that address.",
  },
} as const satisfies Readonly<Record<string, RouteEntry>>;

/** The name of a simulated operation. */
export type RouteName = keyof typeof routes;

/** The operations of one API. */
export type RouteOf<A extends ApiName> = {
  [Name in RouteName]: (typeof routes)[Name]["api"] extends A ? Name : never;
}[RouteName];
