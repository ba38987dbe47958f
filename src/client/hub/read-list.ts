import type { CallLimits } from "../call";
import { type FetchPage, isLastPage, type ListQuery, type Page, type Row } from "./list-page";

/** All rows of a list, as far as it could be read. */
export interface Listing<T> {
  /** By id; what came twice is there once. */
  readonly rows: ReadonlyMap<string, T>;
  /** False when rows came or went while it was read: some repeated, a total that moved, a page missing. */
  readonly steady: boolean;
  /** Whether the total changed from page to page. */
  readonly moved: boolean;
  /**
   * False where rows that come and go do not explain what the hub says: a total below what it shows, a full page that
   * repeats.
   */
  readonly credible: boolean;
  /**
   * "whole": nothing says that rows are missing. "fewer": the hub counts more rows than it lists, and every page up to
   * its total is empty, as where it counts rows that it hides. "short": rows are known to be missing.
   */
  readonly extent: "whole" | "fewer" | "short";
  /** How many rows came, those without an id included; one that came twice counts once. */
  readonly count: number;
  /** How many rows could not be read, such as those without an id. */
  readonly unreadable: number;
  /** How many rows the list had all the time; null if the hub has not said it credibly. */
  readonly total: number | null;
  /** The last page read. */
  readonly last: Page<unknown>;
}

/** Pages that are already known. */
export interface KnownPages {
  readonly offset: number;
  readonly total: number | null;
}

/** Reads a list to its end, from the beginning or from behind pages that are already known. */
export async function readList<T extends Row>(
  fetchPage: FetchPage<T>,
  query: ListQuery,
  limits: CallLimits,
  known?: KnownPages,
): Promise<Listing<T>> {
  const pages = new PagesAhead<T>((offset) => fetchPage({ ...query, offset }, limits));
  const reading = new ListReading(pages, (row) => row, known).pages();
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Reads a list page by page: the rows of a page are yielded, then forgotten. Only their ids are kept.
 * @param wanted how many rows the caller may still take; no page beyond them is requested ahead
 */
export function streamPages<T extends Row>(
  fetchPage: FetchPage<T>,
  query: ListQuery,
  limits: CallLimits,
  wanted: () => number,
): AsyncGenerator<Page<T>, Listing<true>> {
  const pages = new PagesAhead<T>((offset) => fetchPage({ ...query, offset }, limits), wanted);
  return new ListReading(pages, () => true as const).pages();
}

// Each empty page between the end of the rows and the total costs a request.
const MOST_EMPTY_PAGES = 5;

/** One reading of a list, which keeps `K` of each row. */
class ListReading<T extends Row, K> {
  private readonly rows = new Map<string, K>();
  private offset: number;
  private total: number | null;
  /** The least total so far: what has been added meanwhile may be on no page. */
  private least = Number.POSITIVE_INFINITY;
  private moved = false;
  private contradicted = false;
  private count: number;
  private longest: number;
  private steady = true;
  /** Pages in a row that were empty although the total lies further on. */
  private empty = 0;
  private skipped = false;
  private unreadable = 0;
  private repeated = false;

  constructor(
    private readonly ahead: PagesAhead<T>,
    private readonly keep: (row: T) => K,
    known?: KnownPages,
  ) {
    this.offset = known?.offset ?? 0;
    this.count = this.offset;
    this.longest = this.offset;
    this.total = known?.total ?? null;
  }

  async *pages(): AsyncGenerator<Page<T>, Listing<K>> {
    // What is known already is one page.
    this.ahead.expect(this.offset, this.offset, this.total);
    for (let first = this.offset === 0; ; first = false) {
      const page = await this.ahead.at(this.offset);
      this.take(page, first);
      const more = page.count === 0 ? this.skipEmpty(first) : !this.repeated && !this.isLast(page, first);
      yield page;
      if (!more) return this.result(page);
      this.ahead.expect(this.offset, page.count, this.total);
    }
  }

  private take(page: Page<T>, first: boolean): void {
    const before = this.rows.size;
    for (const row of page.rows) this.rows.set(row.id, this.keep(row));
    const added = this.rows.size - before;
    const unreadable = page.count - page.rows.length;
    const sameTotal = first || !differ(page.total, this.total);
    this.steady &&= sameTotal;
    this.moved ||= !sameTotal;
    this.contradicted ||= page.contradictory;
    this.total = page.contradictory ? null : (page.total ?? this.total);
    this.least = Math.min(this.least, this.total ?? Number.POSITIVE_INFINITY);
    this.steady &&= added === page.rows.length;
    if (page.count > 0 && this.empty > 0) {
      this.skipped = true;
      this.empty = 0;
    }
    this.offset += page.count;
    this.count += added + unreadable;
    this.unreadable += unreadable;
    this.longest = Math.max(this.longest, page.count);
    // A page without anything new would be answered for ever by a hub that ignores the offset.
    this.repeated = page.count > 0 && added + unreadable === 0;
  }

  private isLast(page: Page<T>, first: boolean): boolean {
    return isLastPage(page, { reached: this.offset, total: this.total, longest: this.longest, first });
  }

  /** Looks behind an empty page that lies before the total; false at the end. */
  private skipEmpty(first: boolean): boolean {
    if (first || this.total === null || this.empty >= MOST_EMPTY_PAGES) return false;
    this.empty += 1;
    this.offset += Math.max(1, this.longest);
    return this.offset < this.total;
  }

  private result(last: Page<unknown>): Listing<K> {
    const { rows, count, steady, skipped, repeated } = this;
    const total = this.total === null ? null : this.least;
    const lacks = total !== null && count < total;
    const cut = repeated && last.count >= (last.size ?? Number.POSITIVE_INFINITY);
    const even = steady && !skipped && !repeated;
    // An empty list with a total is a contradiction, not a list with hidden rows.
    const extent = !lacks && !cut ? "whole" : lacks && even && count > 0 ? "fewer" : "short";
    const credible = !this.contradicted && !(repeated && last.count >= this.longest);
    return {
      rows,
      total,
      count,
      unreadable: this.unreadable,
      extent,
      last,
      credible,
      moved: this.moved,
      steady: even,
    };
  }
}

const MOST_READINGS = 4;

/**
 * Reads the whole list, and again when it moved meanwhile; readings that moved are added to each other.
 * @throws DecodeError when rows are still missing after four readings
 */
export async function readListSteadily<T extends Row>(
  fetchPage: FetchPage<T>,
  query: ListQuery,
  limits: CallLimits,
): Promise<Listing<T>> {
  let all: Listing<T> | null = null;
  for (let readings = 1; ; readings += 1) {
    all = withReading(all, await readList(fetchPage, query, limits));
    if (isEnough(all, readings)) return all;
  }
}

/** What is known after one more reading: a reading that did not move replaces those before it. */
export function withReading<T>(before: Listing<T> | null, listing: Listing<T>): Listing<T> {
  if (before === null || (listing.steady && listing.extent !== "short")) return listing;
  return joined(before, listing);
}

/** Whether the list need not be read once more. A first reading that moved is always followed by a second. */
export function isEnough({ steady, extent, rows, last }: Listing<unknown>, readings: number): boolean {
  if (extent !== "short" && (steady || readings > 1)) return true;
  return readings === MOST_READINGS || (rows.size === 0 && last.count === 0);
}

function joined<T>(one: Listing<T>, other: Listing<T>): Listing<T> {
  const rows = new Map([...one.rows, ...other.rows]);
  const count = Math.max(rows.size, other.count);
  const extent =
    other.extent === "short" && other.total !== null && rows.size >= other.total ? "whole" : other.extent;
  return { ...other, ...movementOf(one, other), rows, count, extent, steady: false };
}

/** How far a list was read. */
export type Extent = Pick<
  Listing<unknown>,
  "extent" | "count" | "unreadable" | "total" | "last" | "moved" | "credible"
>;

/** Whether rows came or went during two readings or between them, and whether both are credible. */
export function movementOf(one: Extent, other: Extent): Pick<Extent, "moved" | "credible"> {
  return {
    moved: one.moved || other.moved || differ(one.total, other.total),
    credible: one.credible && other.credible,
  };
}

/** Whether both totals are known, and not the same. */
function differ(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one !== other;
}

/** @throws DecodeError where rows could not be read: which ones these are, nobody knows */
export function assertReadable(unreadable: number, last: Pick<Page<unknown>, "unusable">): void {
  if (unreadable === 0) return;
  const are = unreadable === 1 ? "1 of its rows is" : `${unreadable} of its rows are`;
  throw last.unusable(`${are} no object with an id, so that rows are missing`);
}

/** @throws DecodeError with both numbers where rows are known to be missing */
export function assertNotShort({ extent, count, total, last, unreadable }: Extent): void {
  assertReadable(unreadable, last);
  if (extent !== "short") return;
  throw last.unusable(
    total === null
      ? `the list repeats its first ${count} rows instead of going on, so that rows are missing`
      : `the list holds ${count} of ${total} rows, so that rows are missing`,
  );
}

/** Whether two readings found the same rows. */
export function sameIds(one: Listing<Row>, other: Listing<Row>): boolean {
  return one.rows.size === other.rows.size && [...one.rows.keys()].every((id) => other.rows.has(id));
}

/** How many pages are under way at a time: as many as go to a host at first. */
const AT_A_TIME = 4;

/** Asks for pages that are sure to be wanted before they are: each is a thousand rows, and takes the hub its time. */
export class PagesAhead<T> {
  readonly #asked = new Map<number, Promise<Page<T>>>();

  constructor(
    private readonly fetch: (offset: number) => Promise<Page<T>>,
    private readonly wanted: () => number = () => Number.POSITIVE_INFINITY,
  ) {}

  /** The page that begins there. */
  at(offset: number): Promise<Page<T>> {
    const page = this.#asked.get(offset) ?? this.fetch(offset);
    this.#asked.delete(offset);
    return page;
  }

  /**
   * Asks for the next pages.
   * @param size how many rows a page has
   * @param total where the list ends; without it nobody knows what comes
   */
  expect(offset: number, size: number, total: number | null): void {
    if (size === 0 || total === null) return;
    const end = Math.min(total, offset + size * AT_A_TIME, offset + this.wanted());
    for (let next = offset; next < end; next += size) {
      if (!this.#asked.has(next)) this.#asked.set(next, this.#ask(next));
    }
  }

  /** Whoever waits for the page gets its error; where nobody does any more, it is of no interest. */
  #ask(offset: number): Promise<Page<T>> {
    const page = this.fetch(offset);
    page.catch(() => {});
    return page;
  }
}
