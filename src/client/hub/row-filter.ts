import { isJsonObject, type JsonObject, ownMember } from "../json";
import { readTime } from "../time";

/** Result of a filter on one row; "hidden" if the row does not show the field. */
export type Match = "fits" | "other" | "hidden";

/** One filter on the rows of a list. */
export interface RowFilter {
  /** The hub's filter field and the wanted value; null if the filter is applied on the client side only. */
  readonly serverSide: readonly [field: string, wanted: string | boolean] | null;
  match(row: JsonObject): Match;
}

type Matcher = Pick<RowFilter, "match">;

/** Matches a value with exactly this text at one of the paths. */
export function textAt(places: readonly string[], wanted: string | boolean): Matcher {
  return matcher(places, (value) => String(value) === String(wanted));
}

/** Matches an e-mail address, ignoring case. */
export function emailAt(places: readonly string[], wanted: string): Matcher {
  return matcher(places, (value) => String(value).toLowerCase() === wanted.toLowerCase());
}

/** Matches a phone number by its digits. */
export function phoneAt(place: string, wanted: string): Matcher {
  return matcher([place], (value) => value !== null && digitsOf(String(value)) === digitsOf(wanted));
}

/** The digits of a phone number. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, "");
}

/** Matches a time within inclusive bounds. A row without the time does not match. */
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

/** A filter that is applied on the client side only; null if nothing is wanted. */
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
