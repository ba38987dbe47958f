import type { Settings } from "./settings";

/** A time as channels show it: `at` in ISO 8601, or null for none. */
export function shownTime(at: string | null, { timeFormat, noTime }: Settings): unknown {
  if (at === null) return noTimes[noTime];
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? at : timeFormats[timeFormat](at, ms);
}

const noTimes: Readonly<Record<Settings["noTime"], unknown>> = {
  null: null,
  zero: 0,
  "zero-text": "0",
  "year-one": "0001-01-01T00:00:00Z",
  "empty-text": "",
};

const timeFormats: Readonly<Record<Settings["timeFormat"], (at: string, ms: number) => unknown>> = {
  iso: (at) => at,
  seconds: (_at, ms) => Math.floor(ms / 1000),
  milliseconds: (_at, ms) => ms,
  "seconds-text": (_at, ms) => String(Math.floor(ms / 1000)),
  "milliseconds-text": (_at, ms) => String(ms),
};

// JSON.stringify cannot write these digits as a number: they are written as a marked text, and the mark is removed
// later.
const mark = "bare number ";
const marked = new RegExp(`"${mark}(\\d+)"`, "g");
const bigPrefix = "90071992547";

/** An app id as channels show it: a text, or the mark of a number above 2^53 that ends with the same digits. */
export function shownAppId(appId: string | null, { numericAppIds }: Settings): string | null {
  return numericAppIds && appId !== null && /^\d+$/.test(appId) ? `${mark}${bigPrefix}${appId}` : appId;
}

/** The app id of the store that a caller means by one that a channel showed. */
export function meantAppId(shown: string, { numericAppIds }: Settings): string {
  return numericAppIds && shown.startsWith(bigPrefix) ? shown.slice(bigPrefix.length) : shown;
}

/** JSON text with the marked texts in it as numbers. */
export function withBareNumbers(text: string): string {
  return text.replace(marked, "$1");
}
