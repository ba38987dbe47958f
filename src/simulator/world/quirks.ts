import {
  body,
  choice,
  count,
  flag,
  freePath,
  type Kind,
  milliseconds,
  orNone,
  rate,
  seconds,
  shift,
  wholeSeconds,
} from "./option-kinds";

/** What part of the simulated API an option is about; the headings of help screen, control page and guide. */
export type Area =
  | "Tracking state"
  | "Switches"
  | "Login"
  | "Lists"
  | "Postbacks"
  | "Values"
  | "All requests";

/** One option of the simulator: everything that is said of it anywhere. */
export interface Quirk<T> {
  readonly area: Area;
  readonly kind: Kind<T>;
  /** Its value unless somebody sets it. */
  readonly value: T;
  /** The command-line argument that sets it, without its dashes. */
  readonly argument: string;
  /** Two or three words for a form. */
  readonly label: string;
  /** One sentence: what the simulator does then. */
  readonly help: string;
}

function quirk<const T>(described: Quirk<T>): Quirk<T> {
  return described;
}

/**
 * Every option that can change while the simulator runs. The type of the settings, their checks, the arguments, the
 * help screen, the control page and the guide are made from this table. An option is added here and where it acts.
 */
export const quirks = {
  ctwaField: quirk({
    area: "Tracking state",
    kind: orNone(freePath),
    value: null,
    argument: "ctwa-field",
    label: "Field that reports tracking",
    help: "Channels report their tracking state in this field, such as integration.ctwa_enabled. By default no field reports it, as documented.",
  }),
  decoys: quirk({
    area: "Tracking state",
    kind: flag,
    value: false,
    argument: "decoys",
    label: "Similar field names",
    help: "Channels also have the fields ctwa_eligible and ctwa_enabled_at, which say nothing about tracking.",
  }),
  delayedFlag: quirk({
    area: "Tracking state",
    kind: count(0, undefined, "reads"),
    value: 0,
    argument: "delayed-flag",
    label: "Reads before a switch shows",
    help: "After a switch, this many reads of the channel still report the old tracking state.",
  }),
  strictSwitch: quirk({
    area: "Switches",
    kind: flag,
    value: false,
    argument: "strict-switch",
    label: "Strict switch",
    help: "Answers 409 to a switch that changes nothing.",
  }),
  switchStatus: quirk({
    area: "Switches",
    kind: count(200, 299),
    value: 200,
    argument: "switch-status",
    label: "Status of a switch",
    help: "Answers an accepted switch with this status.",
  }),
  switchBody: quirk({
    area: "Switches",
    kind: body,
    value: { meta: { success: true, http_code: 200 } },
    argument: "switch-body",
    label: "Body of a switch",
    help: "Answers an accepted switch with this body; an empty text is no body.",
  }),
  switchShowsChannel: quirk({
    area: "Switches",
    kind: flag,
    value: false,
    argument: "switch-shows-channel",
    label: "A switch answers with the channel",
    help: "Answers an accepted switch with the channel object.",
  }),
  switchDelayMs: quirk({
    area: "Switches",
    kind: milliseconds,
    value: 0,
    argument: "switch-delay",
    label: "Delay after a switch",
    help: "Answers a switch this many milliseconds after it took effect.",
  }),
  tokenLifetime: quirk({
    area: "Login",
    kind: wholeSeconds,
    value: 86_400,
    argument: "token-lifetime",
    label: "Announced token lifetime",
    help: "A login announces that its token lasts this long.",
  }),
  tokenValidFor: quirk({
    area: "Login",
    kind: orNone(seconds),
    value: null,
    argument: "token-valid-for",
    label: "Real token lifetime",
    help: "Refuses a token after this time, even if its login announced a longer one.",
  }),
  tokenRequests: quirk({
    area: "Login",
    kind: orNone(count(1)),
    value: null,
    argument: "token-requests",
    label: "Requests per token",
    help: "Refuses a token after this many requests.",
  }),
  maxPageSize: quirk({
    area: "Lists",
    kind: orNone(count(1)),
    value: null,
    argument: "page-cap",
    label: "Page cap",
    help: "A page of the hub holds at most this many objects, even if limit asks for more.",
  }),
  maxAdsPerPage: quirk({
    area: "Lists",
    kind: orNone(count(1, 100)),
    value: null,
    argument: "ads-cap",
    label: "Page cap for ads",
    help: "A page of ads holds at most this many, even if limit asks for more.",
  }),
  limitRefusedAbove: quirk({
    area: "Lists",
    kind: orNone(count(1)),
    value: null,
    argument: "refuse-limit-above",
    label: "Largest limit",
    help: "Refuses a list whose limit is larger than this.",
  }),
  limitRefusalStatus: quirk({
    area: "Lists",
    kind: choice(400, 422),
    value: 400,
    argument: "refuse-limit-status",
    label: "Status of a refused limit",
    help: "The status of that refusal.",
  }),
  ignoreOffset: quirk({
    area: "Lists",
    kind: flag,
    value: false,
    argument: "ignore-offset",
    label: "Ignore offset",
    help: "Answers every page of a list with the first one.",
  }),
  ignoreFilters: quirk({
    area: "Lists",
    kind: flag,
    value: false,
    argument: "ignore-filters",
    label: "Ignore filters",
    help: "Lists of the hub do not look at filters.",
  }),
  emptyPage: quirk({
    area: "Lists",
    kind: orNone(count(1)),
    value: null,
    argument: "empty-page",
    label: "Empty page",
    help: "The page with this number is empty, although total counts its objects.",
  }),
  randomOrder: quirk({
    area: "Lists",
    kind: flag,
    value: false,
    argument: "random-order",
    label: "Random order",
    help: "Each page of a list is cut from a new random order.",
  }),
  churn: quirk({
    area: "Lists",
    kind: count(0, 1000, "channels"),
    value: 0,
    argument: "churn",
    label: "Channels that come and go",
    help: "Between two pages of a channel list this many channels come, and between the next two they go.",
  }),
  total: quirk({
    area: "Lists",
    kind: choice("exact", "zero", "page", "none"),
    value: "exact",
    argument: "total",
    label: "Total",
    help: "Lists of the hub give the true total, zero, the count of the page, or none.",
  }),
  totalCap: quirk({
    area: "Lists",
    kind: orNone(count(0)),
    value: null,
    argument: "total-cap",
    label: "Total cap",
    help: "The total of a list is never larger than this.",
  }),
  totalExcess: quirk({
    area: "Lists",
    kind: count(0),
    value: 0,
    argument: "total-excess",
    label: "Total excess",
    help: "The total of a list is larger than the list by this.",
  }),
  signalsEnvelope: quirk({
    area: "Lists",
    kind: choice("array", "object"),
    value: "array",
    argument: "signals-envelope",
    label: "Lists of Signals",
    help: "A list of Signals is an array, or an object with the array in data.",
  }),
  noPostback: quirk({
    area: "Postbacks",
    kind: choice("not_found", "null", "empty"),
    value: "not_found",
    argument: "no-postback",
    label: "Keyword without a postback",
    help: 'Shows a keyword without an address as 404, as {"url":null} or as {"url":""}; undocumented.',
  }),
  strictPostback: quirk({
    area: "Postbacks",
    kind: flag,
    value: false,
    argument: "strict-postback",
    label: "Postback needs tracking",
    help: "Answers 409 to a postback whose channel has tracking off: documented is only that tracking comes first.",
  }),
  timeFormat: quirk({
    area: "Values",
    kind: choice("iso", "seconds", "milliseconds", "seconds-text", "milliseconds-text"),
    value: "iso",
    argument: "time-format",
    label: "Times of channels",
    help: "Channels show times in ISO 8601, or as unix time in a number or a text.",
  }),
  noTime: quirk({
    area: "Values",
    kind: choice("null", "zero", "zero-text", "year-one", "empty-text"),
    value: "null",
    argument: "no-time",
    label: "Times that have not come",
    help: 'For a time that a channel does not have, it shows null, 0, "0", 0001-01-01T00:00:00Z or "".',
  }),
  numericAppIds: quirk({
    area: "Values",
    kind: flag,
    value: false,
    argument: "numeric-app-ids",
    label: "Numeric app ids",
    help: "app_id is a number above 2^53.",
  }),
  requestsPerWindow: quirk({
    area: "All requests",
    kind: orNone(rate),
    value: null,
    argument: "rate",
    label: "Rate limit",
    help: "Answers 429 above this many requests per time, such as 5/30s; with ,no-retry-after the answer does not say when to retry. Hub and Signals count apart.",
  }),
  retryHint: quirk({
    area: "All requests",
    kind: choice("seconds", "date", "x-ratelimit-reset", "x-ratelimit-reset-epoch", "ratelimit-reset"),
    value: "seconds",
    argument: "retry-hint",
    label: "Form of the retry hint",
    help: "An answer says when to retry in Retry-After, as seconds or a date, in X-RateLimit-Reset, as seconds or unix time, or in RateLimit-Reset.",
  }),
  clockSkew: quirk({
    area: "All requests",
    kind: shift,
    value: 0,
    argument: "clock-skew",
    label: "Clock skew",
    help: "The simulated clock is ahead of this machine's by this many seconds: it shows in Date and in the retry hints that are times.",
  }),
  slashRoutes: quirk({
    area: "All requests",
    kind: choice("none", "switches", "lists", "all"),
    value: "none",
    argument: "slash-routes",
    label: "Redirected routes",
    help: "Redirects these routes to the same path with a slash at its end, and answers there.",
  }),
  slashStatus: quirk({
    area: "All requests",
    kind: choice(301, 302, 307, 308),
    value: 308,
    argument: "slash-status",
    label: "Status of a redirect",
    help: "The status of these redirects.",
  }),
  latencyMs: quirk({
    area: "All requests",
    kind: milliseconds,
    value: 0,
    argument: "latency",
    label: "Latency",
    help: "Waits this many milliseconds before it looks at a request.",
  }),
};

/** The name of an option that can change while the simulator runs. */
export type QuirkName = keyof typeof quirks;
