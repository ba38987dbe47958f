import { type JsonObject, ownMember } from "./json";

/** A time as the hub sends it. */
export type HubTime =
  /** None: the field is missing or empty, or holds what programs write for no time. */
  | { readonly kind: "none" }
  /** As a text that names its time, with its milliseconds since 1970. */
  | { readonly kind: "time"; readonly text: string; readonly at: number }
  /** Something else, which nobody must guess at. */
  | { readonly kind: "unreadable"; readonly text: string };

// Date and time of day, with or without a zone: RFC 3339, ISO 8601 and what databases write.
const WRITTEN = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
// What is kept as it was sent: RFC 3339, and a date alone.
const STRICT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/;
const WITH_ZONE = /(?:Z|[+-]\d\d(?::?\d\d)?)$/i;
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/;

// What programs write for no time at all: year 0 or 1, and the beginning of Unix time.
const ZERO =
  /^(?:0000-00-00|0000-01-01|0001-01-01|1970-01-01[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?$|0+(?:\.0+)?$)/i;

// Seconds up to here are the year 5138; milliseconds from here on are 1973.
const MILLISECONDS_FROM = 100_000_000_000;
const LATEST_MS = Date.UTC(9999, 11, 31);

/** Reads a time, whether text or number, seconds or milliseconds of Unix. */
export function readTime(value: unknown): HubTime {
  if (value === null || value === undefined || value === false) return { kind: "none" };
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  if (typeof value === "string" || typeof value === "number") {
    if (text === "" || ZERO.test(text)) return { kind: "none" };
    if (/^\d+(?:\.\d+)?$/.test(text)) return unixTime(text);
    const at = writtenTime(text);
    if (at !== null) return { kind: "time", text: STRICT.test(text) ? text : isoOf(at), at };
  }
  return { kind: "unreadable", text: text === "" ? JSON.stringify(value).slice(0, 100) : text };
}

function unixTime(text: string): HubTime {
  const number = Number(text);
  const at = number >= MILLISECONDS_FROM ? number : number * 1000;
  if (at > LATEST_MS) return { kind: "unreadable", text };
  return { kind: "time", text: isoOf(at), at };
}

function isoOf(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

function writtenTime(text: string): number | null {
  if (!WRITTEN.test(text) && !HTTP_DATE.test(text)) return null;
  // A time of day without a zone would be taken for the local one: where this runs says nothing of the hub.
  const zoned = text.length <= 10 || WITH_ZONE.test(text) || HTTP_DATE.test(text) ? text : `${text}Z`;
  const at = Date.parse(zoned.replace(/^(\d{4}-\d\d-\d\d) /, "$1T").replace(/\s(?=[Z+-])/i, ""));
  return Number.isNaN(at) ? null : at;
}

/**
 * The member as text that names a time, null where there is none.
 * @param unreadable takes what cannot be read, by its name
 */
export function timeIn(row: JsonObject, name: string, unreadable?: Map<string, string>): string | null {
  const time = readTime(ownMember(row, name));
  if (time.kind === "unreadable") unreadable?.set(name, time.text);
  return time.kind === "time" ? time.text : null;
}
