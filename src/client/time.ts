import { type JsonObject, ownMember } from "./json";

/** A time as the hub sends it. */
export type HubTime =
  /** No time: the field is missing or empty, or holds a placeholder for no time. */
  | { readonly kind: "none" }
  /** A time, as text and in milliseconds since 1970. */
  | { readonly kind: "time"; readonly text: string; readonly at: number }
  /** Anything else. Its meaning must not be guessed. */
  | { readonly kind: "unreadable"; readonly text: string };

// Date and optional time of day, with or without a zone, as RFC 3339, ISO 8601 and databases write it.
const WRITTEN = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
// Forms that are kept as they were sent: RFC 3339, and a date alone.
const STRICT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/;
const WITH_ZONE = /(?:Z|[+-]\d\d(?::?\d\d)?)$/i;
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/;

// Placeholders that programs write for no time: zero, year 0 or 1, and the year-one time as Unix seconds or
// milliseconds.
const ZERO = /^(?:0000-00-00|0000-01-01|0000-12-31|0001-01-01|-62135596800(?:000)?$|[+-]?0+(?:\.0*)?$)/;
// Clocks of systems begin in 1601, 1899, 1900 and 1970, there also in the local zone. WhatsApp began in 2009.
const FIRST_DAY_MS = Date.UTC(1970, 0, 2);

// As seconds this is the year 5138; as milliseconds it is 1973.
const MILLISECONDS_FROM = 100_000_000_000;
const LATEST_MS = Date.UTC(9999, 11, 31);

/** Reads a time from text or from a number of Unix seconds or milliseconds. */
export function readTime(value: unknown): HubTime {
  if (value === null || value === undefined || value === false) return { kind: "none" };
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  if (typeof value === "string" || typeof value === "number") {
    if (text === "" || ZERO.test(text)) return { kind: "none" };
    if (/^\d+(?:\.\d+)?$/.test(text)) return unixTime(text);
    const at = writtenTime(text);
    if (at !== null && at < FIRST_DAY_MS) return { kind: "none" };
    if (at !== null) return { kind: "time", text: STRICT.test(text) ? text : isoOf(at), at };
  }
  return { kind: "unreadable", text: text === "" ? JSON.stringify(value).slice(0, 100) : text };
}

function unixTime(text: string): HubTime {
  const number = Number(text);
  const at = number >= MILLISECONDS_FROM ? number : number * 1000;
  // So small a number may be a flag or a count of something.
  if (at > LATEST_MS || at < FIRST_DAY_MS) return { kind: "unreadable", text };
  return { kind: "time", text: isoOf(at), at };
}

function isoOf(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

function writtenTime(text: string): number | null {
  if (!WRITTEN.test(text) && !HTTP_DATE.test(text)) return null;
  // JavaScript reads a time without a zone as local time. The hub's zone does not depend on this machine, so UTC is
  // assumed.
  const zoned = text.length <= 10 || WITH_ZONE.test(text) || HTTP_DATE.test(text) ? text : `${text}Z`;
  const at = Date.parse(zoned.replace(/^(\d{4}-\d\d-\d\d) /, "$1T").replace(/\s(?=[Z+-])/i, ""));
  return Number.isNaN(at) ? null : at;
}

/**
 * The member as a text that names a time; null if there is none.
 * @param unreadable receives a time that cannot be parsed, by field name
 */
export function timeIn(row: JsonObject, name: string, unreadable?: Map<string, string>): string | null {
  const time = readTime(ownMember(row, name));
  if (time.kind === "unreadable") unreadable?.set(name, time.text);
  return time.kind === "time" ? time.text : null;
}
