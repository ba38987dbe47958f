import type { CallLimits } from "../call";
import {
  createFetchPage,
  type DecodeRow,
  type FetchPage,
  type HubList,
  type ListAccess,
  type Page,
  type Row,
} from "./list-page";
import { assertNotShort, type Listing, readListSteadily } from "./read-list";
import type { RowFilter } from "./row-filter";

/** The list to search, and how its rows are decoded. */
export interface SearchedList<T> {
  readonly list: HubList;
  readonly decode: DecodeRow<T>;
}

/** One search. */
export interface Search {
  readonly partnerId: string;
  readonly filters: readonly RowFilter[];
  readonly withJson: boolean;
  /** Called if the hub counts more rows than it lists. */
  readonly onFewer?: ((listed: number, counted: number) => void) | undefined;
}

/** A row with the results of its filters. */
interface Judged<T> extends Row {
  readonly row: T;
  readonly fits: boolean;
  /** Hub fields of server-side filters that the row does not show. */
  readonly hidden: readonly string[];
}

/**
 * All rows that match, read from all pages and sorted by id. The hub may ignore filters or apply them loosely, so its
 * rows are filtered again here.
 * @throws DecodeError if rows are known to be missing, or if a row does not tell whether it matches
 */
export async function searchList<T extends Row>(
  access: ListAccess,
  searched: SearchedList<T>,
  search: Search,
  limits: CallLimits,
): Promise<T[]> {
  const { partnerId, withJson, filters } = search;
  const fetchPage = createFetchPage(access, searched.list, judging(searched.decode, filters));
  const serverSide = serverSideOf(filters);
  const query = { partnerId, withJson, ...(serverSide === null ? {} : { filters: serverSide }) };
  const listing = await readListSteadily(fetchPage, query, limits);
  const contradicted = listing.rows.size === 0 && (listing.last.total ?? 0) > 0;
  // No rows and a total above zero: the hub may count rows that it filters out. So all rows are read and filtered here.
  if (contradicted && serverSide !== null) return readAll(fetchPage, search, limits);
  return resultOf(listing, search);
}

async function readAll<T>(fetchPage: FetchPage<Judged<T>>, search: Search, limits: CallLimits): Promise<T[]> {
  const { partnerId, withJson } = search;
  return resultOf(await readListSteadily(fetchPage, { partnerId, withJson }, limits), search);
}

function resultOf<T>(listing: Listing<Judged<T>>, { onFewer }: Search): T[] {
  assertNotShort(listing);
  if (listing.extent === "fewer") onFewer?.(listing.count, listing.total ?? listing.count);
  return matching(listing.rows, listing.last);
}

function matching<T>(rows: ReadonlyMap<string, Judged<T>>, last: Page<unknown>): T[] {
  const found = [...rows.values()].filter(({ fits }) => fits);
  const untold = found.flatMap(({ hidden }) => hidden).find((field) => !last.applied.has(field));
  if (untold !== undefined) {
    throw last.unusable(
      `it does not say that the filter ${untold} was applied, and its rows do not show that field, so that it cannot be told which ones match`,
    );
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ row }) => row);
}

function judging<T extends Row>(decode: DecodeRow<T>, filters: readonly RowFilter[]): DecodeRow<Judged<T>> {
  return (object, json) => {
    const row = decode(object, json);
    if (row === null) return null;
    const verdicts = filters.map((filter) => filter.match(object));
    const fits = verdicts.every(
      (verdict, index) => verdict === "fits" || (verdict === "hidden" && filters[index]?.serverSide !== null),
    );
    const hidden = filters.flatMap(({ serverSide }, index) =>
      serverSide !== null && verdicts[index] === "hidden" ? [serverSide[0]] : [],
    );
    return { id: row.id, row, fits, hidden };
  };
}

function serverSideOf(filters: readonly RowFilter[]): Record<string, string | boolean> | null {
  const asked = filters.flatMap((filter) => (filter.serverSide === null ? [] : [filter.serverSide]));
  return asked.length === 0 ? null : Object.fromEntries(asked);
}
