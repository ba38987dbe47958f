import { isJsonObject, type JsonObject, ownMember } from "../json";
import { readTime } from "../time";

/** Whether a row fulfils a condition; "hidden" where the row does not show what it is about. */
export type Match = "fits" | "other" | "hidden";

/** What the rows of a list must fulfil. */
export interface RowFilter {
  /** The hub's own filter for it, and its value; null where the hub is not asked. */
  readonly serverSide: readonly [field: string, wanted: string | boolean] | null;
  match(row: JsonObject): Match;
}

type Matcher = Pick<RowFilter, "match">;

/** A value that is written so, at one of these places. */
export function textAt(places: readonly string[], wanted: string | boolean): Matcher {
  return matcher(places, (value) => String(value) === String(wanted));
}

/** An e-mail address, whatever its case. */
export function emailAt(places: readonly string[], wanted: string): Matcher {
  return matcher(places, (value) => String(value).toLowerCase() === wanted.toLowerCase());
}

/** A phone number, by its digits. */
export function phoneAt(place: string, wanted: string): Matcher {
  return matcher([place], (value) => value !== null && digitsOf(String(value)) === digitsOf(wanted));
}

/** The digits of a phone number. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, "");
}

/** A time within bounds, which belong to it. A row without the time is another. */
export function timeAt(
  place: string,
  { from, to }: { readonly from?: string; readonly to?: string },
): Matcher {
  const [least, most] = [from, to].map((bound) => (bound === undefined ? null : Date.parse(bound)));
  return {
    match(row) {
      const time = readTime(valueAt(row, place));
      if (time.kind !== "time") return "other";
      return time.at >= (least ?? -Infinity) && time.at <= (most ?? Infinity) ? "fits" : "other";
    },
  };
}

/** A condition that only we look at; null where nothing is wanted. */
export function clientSideFilter(
  wanted: string | null | undefined,
  judgementFor: (wanted: string) => Matcher,
): RowFilter | null {
  return wanted ? { serverSide: null, ...judgementFor(wanted) } : null;
}

function matcher(places: readonly string[], equals: (value: unknown) => boolean): Matcher {
  return {
    match(row) {
      const shown = places.map((place) => valueAt(row, place)).filter((value) => value !== undefined);
      if (shown.length === 0) return "hidden";
      return shown.some(equals) ? "fits" : "other";
    },
  };
}

function valueAt(row: JsonObject, place: string): unknown {
  let value: unknown = row;
  for (const name of place.split(".")) value = isJsonObject(value) ? ownMember(value, name) : undefined;
  return value;
}
