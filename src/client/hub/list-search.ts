import type { CallLimits } from "../call";
import {
  createFetchPage,
  type DecodeRow,
  type FetchPage,
  type HubList,
  type ListAccess,
  type ListQuery,
  type Page,
  type Row,
} from "./list-page";
import {
  assertNotShort,
  isEnough,
  type Listing,
  readListSteadily,
  streamPages,
  withReading,
} from "./read-list";
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

/** A search whose rows are passed on page by page. */
export interface StreamedSearch extends Omit<Search, "withJson"> {
  /** How many rows the caller may still take; no page beyond them is requested. */
  readonly wanted: () => number;
  /** Called at the end if rows came and went while the list was read, so that some may be missing. */
  readonly onMoved?: (() => void) | undefined;
}

/**
 * The rows that match, as the hub lists them, each once. Only the ids of earlier pages are kept. A list that moves is
 * read again, and rows that earlier readings lacked follow.
 * @throws as `searchList`, and then rows were yielded already
 */
export async function* streamList<T extends Row>(
  access: ListAccess,
  searched: SearchedList<T>,
  search: StreamedSearch,
  limits: CallLimits,
): AsyncGenerator<readonly T[]> {
  const { partnerId, filters, wanted } = search;
  const fetchPage = createFetchPage(access, searched.list, judging(searched.decode, filters));
  const serverSide = serverSideOf(filters);
  const passed = new Set<string>();
  const read = (query: ListQuery) => matchingPages(streamPages(fetchPage, query, limits, wanted), passed);
  let query: ListQuery = { partnerId, ...(serverSide === null ? {} : { filters: serverSide }) };
  let all: Listing<true> | null = null;
  for (let readings = 1; ; readings += 1) {
    all = withReading(all, yield* read(query));
    // As in searchList: the hub may count rows that it filters out.
    if (query.filters !== undefined && all.rows.size === 0 && (all.last.total ?? 0) > 0) {
      query = { partnerId };
      all = yield* read(query);
    }
    if (isEnough(all, readings)) return endStream(all, passed, search);
  }
}

function endStream(listing: Listing<true>, passed: ReadonlySet<string>, search: StreamedSearch): void {
  const { extent, steady, moved, credible, count, total, rows } = listing;
  if (!(moved && credible)) assertNotShort(listing);
  if (extent === "fewer") search.onFewer?.(count, total ?? count);
  if (!steady || ![...passed].every((id) => rows.has(id))) search.onMoved?.();
}

/** The matching rows of each page, without those that were passed on before. */
async function* matchingPages<T>(
  pages: AsyncGenerator<Page<Judged<T>>, Listing<true>>,
  passed: Set<string>,
): AsyncGenerator<readonly T[], Listing<true>> {
  for (;;) {
    const step = await pages.next();
    if (step.done === true) return step.value;
    const fresh = fitting(step.value.rows, step.value).filter(({ id }) => !passed.has(id));
    for (const { id } of fresh) passed.add(id);
    yield fresh.map(({ row }) => row);
  }
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
  return fitting([...rows.values()], last)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ row }) => row);
}

/** @throws DecodeError if a row does not tell whether it matches, and the page does not say that the hub filtered it */
function fitting<T>(rows: readonly Judged<T>[], page: Page<unknown>): Judged<T>[] {
  const found = rows.filter(({ fits }) => fits);
  const untold = found.flatMap(({ hidden }) => hidden).find((field) => !page.applied.has(field));
  if (untold !== undefined) {
    throw page.unusable(
      `it does not say that the filter ${untold} was applied, and its rows do not show that field, so that it cannot be told which ones match`,
    );
  }
  return found;
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
