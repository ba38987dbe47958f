import type { CallLimits } from "../call";
import type { FetchPage, Row } from "./list-page";
import { type Listing, readList, sameIds } from "./read-list";

/** Result of requesting one row by its id. */
export type LookUp<T> =
  | { readonly kind: "found"; readonly row: T; readonly filtersIgnored: boolean }
  | { readonly kind: "absent" }
  /** Neither found nor absent: the hub did not filter, or its answer contradicts itself. */
  | { readonly kind: "unclear"; readonly filtersIgnored: boolean };

// One row is expected. A second row shows that the hub ignores the filter.
const LOOK_UP_SIZE = 10;

/** Requests one row by its id with a filter, since the hub has no path for a single channel or client. */
export async function lookUpRow<T extends Row>(
  fetchPage: FetchPage<T>,
  partnerId: string,
  id: string,
  limits: CallLimits,
): Promise<LookUp<T>> {
  const page = await fetchPage({ partnerId, limit: LOOK_UP_SIZE, offset: 0, filters: { id } }, limits);
  const row = page.rows.find((one) => one.id === id);
  const filtersIgnored = page.rows.some((one) => one.id !== id);
  if (row !== undefined) return { kind: "found", row, filtersIgnored };
  // No rows and a total above zero is a contradiction, not an absence.
  const absent = page.count === 0 && (page.total ?? 0) === 0;
  return absent ? { kind: "absent" } : { kind: "unclear", filtersIgnored };
}

const MOST_LISTINGS = 4;

/**
 * Reads the whole list until it contains the row, or until two successive readings agree that it does not.
 * @throws DecodeError if the readings keep contradicting each other
 */
export async function listUntilAgreed<T extends Row>(
  fetchPage: FetchPage<T>,
  partnerId: string,
  wanted: string | null,
  limits: CallLimits,
  onListing: (listing: Listing<T>) => void,
): Promise<Listing<T>> {
  let before = await readList(fetchPage, { partnerId }, limits);
  onListing(before);
  for (let readings = 1; readings < MOST_LISTINGS; readings += 1) {
    if (wanted !== null && before.rows.has(wanted)) return before;
    const now = await readList(fetchPage, { partnerId }, limits);
    onListing(now);
    const whole = now.extent !== "short" && now.unreadable === 0 && now.steady && before.steady;
    if (whole && sameIds(before, now)) return now;
    before = now;
  }
  if (wanted !== null && before.rows.has(wanted)) return before;
  throw before.last.unusable(
    `the list was different each of ${MOST_LISTINGS} times, so that nothing can be said to be absent`,
  );
}
