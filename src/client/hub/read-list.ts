import type { Patience } from "../call";
import type { FetchPage, ListQuery, Page, Row } from "./list-page";
import { PagesAhead } from "./page-prefetch";

/** The hub's own default for a page of channels, and the most seen in use. */
export const PAGE_SIZE = 1_000;

/** All rows of a list, as far as it could be read. */
export interface Listing<T> {
  /** By id; what came twice is there once. */
  readonly rows: Map<string, T>;
  /** False when rows came or went while it was read: some repeated, a total that moved, a page missing. */
  readonly steady: boolean;
  /** The last page read. */
  readonly last: Page<T>;
}

/** Reads a list to its end, from the beginning or from behind pages that are already known. */
export async function readList<T extends Row>(
  fetchPage: FetchPage<T>,
  query: ListQuery,
  patience: Patience,
  from?: { readonly offset: number; readonly total: number | null },
): Promise<Listing<T>> {
  const rows = new Map<string, T>();
  let offset = from?.offset ?? 0;
  let total = from?.total;
  let steady = true;
  const pages = new PagesAhead((offset) => fetchPage({ ...query, limit: PAGE_SIZE, offset }, patience));
  // What is known already is one page.
  pages.expect(offset, offset, total);
  for (;;) {
    const page = await pages.at(offset);
    const added = addAll(rows, page.rows);
    total ??= page.total;
    offset += page.count;
    steady &&= page.total === total && added === page.rows.length;
    // A page without anything new would be answered for ever by a server that ignores the offset.
    const stuck = !page.last && (page.count === 0 || added === 0);
    if (page.last || stuck) return { rows, steady: steady && !stuck, last: page };
    pages.expect(offset, page.count, total);
  }
}

/** Reads the whole list, and once more when it moved meanwhile; a second reading that moved too is added to the first. */
export async function readListSteadily<T extends Row>(
  fetchPage: FetchPage<T>,
  query: ListQuery,
  patience: Patience,
): Promise<Listing<T>> {
  const first = await readList(fetchPage, query, patience);
  if (first.steady) return first;
  const second = await readList(fetchPage, query, patience);
  if (second.steady) return second;
  return { ...second, rows: new Map([...first.rows, ...second.rows]) };
}

/** Whether two readings found the same rows. */
export function sameIds(one: Listing<Row>, other: Listing<Row>): boolean {
  return one.rows.size === other.rows.size && [...one.rows.keys()].every((id) => other.rows.has(id));
}

function addAll<T extends Row>(rows: Map<string, T>, page: readonly T[]): number {
  const before = rows.size;
  for (const row of page) rows.set(row.id, row);
  return rows.size - before;
}
