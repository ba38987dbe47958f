// What the options mean to a person: a name, a kind, a sentence. The simulator checks the values.

const orNone = { empty: null };

/** The options in the order in which they are shown. */
export const optionFields = [
  {
    ...{ option: "ctwaField", label: "Field that reports tracking", kind: "text", ...orNone },
    help: "A dotted path such as integration.ctwa_enabled; empty: no field, as documented.",
  },
  {
    ...{ option: "decoys", label: "Decoys beside it", kind: "flag" },
    help: "ctwa_eligible and ctwa_enabled_at, which say nothing about tracking.",
  },
  {
    ...{ option: "delayedFlag", label: "Late flag", kind: "number" },
    help: "So many reads after a switch still report the old state.",
  },
  {
    ...{ option: "strictSwitch", label: "Strict switch", kind: "flag" },
    help: "409 for a switch that changes nothing.",
  },
  {
    ...{ option: "switchStatus", label: "Status of a switch", kind: "number" },
    help: "200 to 299.",
  },
  {
    ...{ option: "switchBody", label: "Body of a switch", kind: "body" },
    help: "JSON, or any text as it is; empty: no body.",
  },
  {
    ...{ option: "switchShowsChannel", label: "A switch answers with the channel", kind: "flag" },
    help: "Instead of that body.",
  },
  {
    ...{ option: "switchDelayMs", label: "Late answer of a switch", kind: "number" },
    help: "Milliseconds after it took effect.",
  },
  {
    ...{ option: "tokenLifetime", label: "A login is said to last", kind: "number" },
    help: "Seconds, for the next logins.",
  },
  {
    ...{ option: "tokenValidFor", label: "A login really lasts", kind: "number", ...orNone },
    help: "Seconds; empty: as it was said.",
  },
  {
    ...{ option: "requestsPerWindow", label: "Most requests per time", kind: "window", ...orNone },
    help: "Such as 5/30; add “ no header” to leave out Retry-After; empty: no limit.",
  },
  {
    ...{ option: "latencyMs", label: "Latency", kind: "number" },
    help: "Milliseconds before each request is looked at.",
  },
  {
    ...{ option: "maxPageSize", label: "Most objects on a page", kind: "number", ...orNone },
    help: "Empty: as many as are asked for.",
  },
  {
    ...{ option: "churn", label: "Churn", kind: "number" },
    help: "So many channels come or go between two pages of a list.",
  },
  {
    ...{ option: "ignoreFilters", label: "Ignore filters", kind: "flag" },
    help: "The hub’s lists do not look at them.",
  },
  {
    ...{ option: "signalsEnvelope", label: "Lists of Signals", kind: "choice" },
    ...{ choices: ["array", "object"], help: "The bare array, or an object with it in data." },
  },
];

/** A value as it is typed. */
export function toTyped(kind, value) {
  if (value === null) return kind === "body" ? "null" : "";
  if (kind === "body") return typeof value === "string" ? value : JSON.stringify(value);
  if (kind !== "window") return String(value);
  return `${value.requests}/${value.seconds}${value.retryAfter ? "" : " no header"}`;
}

/** What was typed, as a value; nonsense is left to the simulator to refuse. */
export function fromTyped({ kind, empty }, typed) {
  const text = typed.trim();
  if (text === "" && empty !== undefined) return empty;
  if (kind === "number") return text === "" ? 0 : Number(text);
  if (kind === "body") return tryJson(typed);
  if (kind !== "window") return text;
  const [, requests, seconds, rest] = /^(\d+)\s*\/\s*([\d.]+)\s*s?\s*(no header)?$/.exec(text) ?? [];
  return requests === undefined
    ? text
    : { requests: Number(requests), seconds: Number(seconds), retryAfter: rest === undefined };
}

function tryJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
