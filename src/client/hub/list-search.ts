import type { Patience } from "../call";
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
import type { Condition } from "./row-filter";

/** What is searched: a list of the hub, and how its rows are read. */
export interface SearchedList<T> {
  readonly list: HubList;
  readonly decode: DecodeRow<T>;
}

/** One search. */
export interface Search {
  readonly partnerId: string;
  readonly conditions: readonly Condition[];
  readonly withJson: boolean;
  /** Told where the hub counts more rows than it lists. */
  readonly onFewer?: ((listed: number, counted: number) => void) | undefined;
}

/** A row, and what it says to the conditions. */
interface Judged<T> extends Row {
  readonly row: T;
  readonly fits: boolean;
  /** Fields of filters that it does not show. */
  readonly hidden: readonly string[];
}

/**
 * All rows that match, all pages, by id. The hub may ignore filters, or take them loosely: what it sends is filtered
 * once more.
 * @throws DecodeError where rows are known to be missing, or where it cannot be told whether a row matches
 */
export async function searchList<T extends Row>(
  access: ListAccess,
  searched: SearchedList<T>,
  search: Search,
  patience: Patience,
): Promise<T[]> {
  const { partnerId, withJson, conditions } = search;
  const fetchPage = createFetchPage(access, searched.list, judging(searched.decode, conditions));
  const filters = filtersOf(conditions);
  const query = { partnerId, withJson, ...(filters === null ? {} : { filters }) };
  const listing = await readListSteadily(fetchPage, query, patience);
  const contradicted = listing.rows.size === 0 && (listing.last.total ?? 0) > 0;
  // No rows and a total above zero: the hub may count what it filters out. Then all are read and filtered here.
  if (contradicted && filters !== null) return readAll(fetchPage, search, patience);
  return resultOf(listing, search);
}

async function readAll<T>(fetchPage: FetchPage<Judged<T>>, search: Search, patience: Patience): Promise<T[]> {
  const { partnerId, withJson } = search;
  return resultOf(await readListSteadily(fetchPage, { partnerId, withJson }, patience), search);
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

function judging<T extends Row>(
  decode: DecodeRow<T>,
  conditions: readonly Condition[],
): DecodeRow<Judged<T>> {
  return (object, json) => {
    const row = decode(object, json);
    if (row === null) return null;
    const verdicts = conditions.map((condition) => condition.judge(object));
    const fits = verdicts.every(
      (verdict, index) => verdict === "fits" || (verdict === "hidden" && conditions[index]?.asked !== null),
    );
    const hidden = conditions.flatMap(({ asked }, index) =>
      asked !== null && verdicts[index] === "hidden" ? [asked[0]] : [],
    );
    return { id: row.id, row, fits, hidden };
  };
}

function filtersOf(conditions: readonly Condition[]): Record<string, string | boolean> | null {
  const asked = conditions.flatMap((condition) => (condition.asked === null ? [] : [condition.asked]));
  return asked.length === 0 ? null : Object.fromEntries(asked);
}
