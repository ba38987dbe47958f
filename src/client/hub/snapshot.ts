import type { CallLimits } from "../call";
import type { Clock } from "../clock";
import { SingleFlight } from "../single-flight";
import { type FetchPage, isLastPage, type Page, type Row } from "./list-page";
import { listUntilAgreed, lookUpRow } from "./look-up";
import {
  assertNotShort,
  assertReadable,
  type Extent,
  type Listing,
  movementOf,
  readList,
  readListSteadily,
} from "./read-list";
import { RowCache } from "./row-cache";

/** A whole list, and how far it can be relied on. */
export interface Whole<T> {
  readonly rows: readonly T[];
  /** False where rows came and went each time it was read: it may lack some, and hold some that are gone. */
  readonly exact: boolean;
  /** How many rows the hub counts where that is more than it lists; else null. */
  readonly counted?: number | null;
}

/** What is wanted of a whole list. */
export interface WholeQuery {
  /** Ids of rows that are looked for once more where the list moved each time it was read. */
  readonly wanted: readonly string[];
  /**
   * Whether other rows may be missing from a list that moved each time: then it is not exact. Else that is an error.
   */
  readonly mayLack: boolean;
}

/**
 * The channels or the clients of one partner, for many readers: one page answers all of them where it holds all
 * rows; else single ones are looked up until that has cost as much as the remaining pages, which then are listed.
 */
export class Snapshot<T extends Row> {
  private readonly cache = new RowCache<T>();
  private readonly firstPage: SingleFlight<Page<Row>>;
  private readonly rest: SingleFlight<true>;
  private readonly agreed: SingleFlight<ReadonlyMap<string, T>>;
  private lookUps = 0;
  private complete = false;
  private exact = true;
  private filtersIgnored = false;
  /** Rows of the last reading that could not be read. */
  private unreadable = 0;
  /** The last reading of the whole list; null while the first page is all that was read. */
  private listing: Extent | null = null;

  constructor(
    private readonly fetchPage: FetchPage<T>,
    private readonly partnerId: string,
    clock: Clock,
  ) {
    this.firstPage = new SingleFlight({ clock, load: (limits) => this.loadFirstPage(limits) });
    this.rest = new SingleFlight({ clock, load: (limits) => this.loadRest(limits) });
    this.agreed = new SingleFlight({ clock, load: (limits) => this.loadAgreed(limits) });
  }

  /** One row, from what is known where that will do; null only where its absence was confirmed. */
  async find(id: string, limits: CallLimits): Promise<T | null> {
    if (!this.cache.isUnconfirmed(id)) await this.load(id, limits);
    if (this.cache.isUnconfirmed(id)) return this.lookUp(id, limits);
    return this.cache.get(id) ?? this.settle(id, limits);
  }

  /** All rows, by id. */
  async all({ wanted, mayLack }: WholeQuery, limits: CallLimits): Promise<Whole<T>> {
    const first = await this.firstPage.get(limits);
    if (!this.complete) await this.rest.get(limits);
    if (!this.exact) await this.settleAll(wanted, pages(first), limits);
    await this.readDoubtful(pages(first), limits);
    assertReadable(this.unreadable, first);
    if (!mayLack || !this.movedCredibly()) this.assertNotShort();
    const rows = [...this.cache.all()].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (rows.length === 0 && (first.total ?? 0) > 0)
      throw first.unusable(`the list holds 0 of ${first.total} rows, so that rows are missing`);
    const fewer = this.listing?.extent === "fewer" ? { counted: this.listing.total } : {};
    return { rows, exact: this.exact, ...fewer };
  }

  /** Whether rows that come and go explain what the list lacks; a hub that lies gives the same total each time. */
  private movedCredibly(): boolean {
    return this.listing?.moved === true && this.listing.credible;
  }

  /** What one reading lacks another may have had. */
  private assertNotShort(): void {
    const { listing } = this;
    if (listing === null || (listing.total !== null && this.cache.all().length >= listing.total)) return;
    assertNotShort(listing);
  }

  /** Ids of the rows that are known so far. */
  knownIds(): readonly string[] {
    return this.cache.all().map(({ id }) => id);
  }

  /** One row, asked for now. */
  async lookUp(id: string, limits: CallLimits): Promise<T | null> {
    const certain = await this.tryLookUp(id, limits);
    if (certain !== undefined) return certain;
    const keep = this.cache.beginRead();
    const listing = await listUntilAgreed(this.fetchPage, this.partnerId, id, limits, ({ rows }) =>
      keep.all(rows.values()),
    );
    return listing.rows.get(id) ?? null;
  }

  /** Many channels, from what is known where that will do; listed where looking each of them up would cost more. */
  async findMany(ids: readonly string[], limits: CallLimits): Promise<FoundRows<T>> {
    const first = await this.firstPage.get(limits);
    const open = ids.filter((id) => this.cache.certain(id) === undefined);
    const dear = this.filtersIgnored || this.lookUps + open.length >= pages(first);
    if (open.length > 0 && !this.complete && dear) await this.rest.get(limits);
    const doubtful = ids.filter((id) => this.cache.isUnconfirmed(id));
    if (doubtful.length > pages(first)) await this.listAnew(limits);
    return collect(
      ids,
      (id) => this.cache.certain(id),
      (id) => this.find(id, limits),
    );
  }

  /** Many channels, asked for now: one by one, or by a listing of their own where that costs less. */
  async lookUpMany(ids: readonly string[], limits: CallLimits): Promise<FoundRows<T>> {
    const first = await this.firstPage.get(limits);
    const cheap = !this.filtersIgnored && ids.length <= pages(first);
    const listed = cheap ? null : await this.listAnew(limits);
    return collect(
      ids,
      (id) => listed?.get(id),
      (id) => this.settle(id, limits),
    );
  }

  /** Says that a switch of this channel was sent: what is known of it is in doubt until it was read once. */
  written(id: string): void {
    this.cache.markWritten(id);
  }

  /** As much of the list as this row is worth. */
  private async load(id: string, limits: CallLimits): Promise<void> {
    const first = await this.firstPage.get(limits);
    if (this.complete || this.cache.get(id) !== undefined) return;
    if (!this.filtersIgnored && this.lookUps < pages(first) - 1) this.lookUps += 1;
    else await this.rest.get(limits);
  }

  /** A look-up for a row of which the list knows nothing; where the hub does not filter, all share two readings. */
  private async settle(id: string, limits: CallLimits): Promise<T | null> {
    const certain = await this.tryLookUp(id, limits);
    if (certain !== undefined) return certain;
    return (await this.agreed.get(limits)).get(id) ?? null;
  }

  /** The same for many: no more look-ups than the list has pages, else readings of all until two agree. */
  private async settleAll(wanted: readonly string[], most: number, limits: CallLimits): Promise<void> {
    const lacking = wanted.filter((id) => this.cache.get(id) === undefined);
    if (lacking.length > most) await this.agreed.get(limits);
    else await Promise.all(lacking.map((id) => this.settle(id, limits)));
  }

  /** Reads what was written since: one by one, or by a listing of their own where that costs less. */
  private async readDoubtful(most: number, limits: CallLimits): Promise<void> {
    const doubtful = this.cache.unconfirmed();
    if (doubtful.length > most) await this.listAnew(limits);
    else await Promise.all(doubtful.map((id) => this.lookUp(id, limits)));
  }

  /** Undefined where the hub's filters do not settle it. */
  private async tryLookUp(id: string, limits: CallLimits): Promise<T | null | undefined> {
    if (this.filtersIgnored) return undefined;
    const keep = this.cache.beginRead();
    const answer = await lookUpRow(this.fetchPage, this.partnerId, id, limits);
    if (answer.kind === "absent") {
      keep.absent(id);
      return null;
    }
    this.filtersIgnored ||= answer.filtersIgnored;
    if (answer.kind === "unclear") return undefined;
    keep.one(answer.row);
    return answer.row;
  }

  private async listAnew(limits: CallLimits): Promise<ReadonlyMap<string, T>> {
    const keep = this.cache.beginRead();
    const { rows } = await readListSteadily(this.fetchPage, { partnerId: this.partnerId }, limits);
    keep.all(rows.values());
    return rows;
  }

  private async loadFirstPage(limits: CallLimits): Promise<Page<Row>> {
    const keep = this.cache.beginRead();
    const { partnerId } = this;
    const page = await this.fetchPage({ partnerId, offset: 0 }, limits);
    keep.all(page.rows);
    const { count, total } = page;
    this.complete = isLastPage(page, { reached: count, total, longest: count, first: true });
    this.unreadable = count - page.rows.length;
    this.exact = new Set(page.rows.map(({ id }) => id)).size === page.rows.length;
    // The rows are cached; only their ids and the page's numbers are needed again.
    return { ...page, rows: page.rows.map(({ id }) => ({ id })) };
  }

  private async loadRest(limits: CallLimits): Promise<true> {
    const first = await this.firstPage.get(limits);
    const from = { offset: first.count, total: first.total };
    const keep = this.cache.beginRead();
    const rest = await readList(this.fetchPage, { partnerId: this.partnerId }, limits, from);
    keep.all(rest.rows.values());
    const repeats = first.rows.some(({ id }) => rest.rows.has(id));
    this.unreadable += rest.unreadable;
    this.listing = summaryOf(rest);
    if (!this.exact || !rest.steady || repeats) await this.listOnceMore(limits);
    // Whoever is still missing is settled by a look-up.
    this.complete = true;
    return true;
  }

  private async listOnceMore(limits: CallLimits): Promise<void> {
    const keep = this.cache.beginRead();
    const all = await readList(this.fetchPage, { partnerId: this.partnerId }, limits);
    const before = this.listing;
    this.listing = { ...summaryOf(all), ...(before === null ? {} : movementOf(before, all)) };
    this.unreadable = all.unreadable;
    this.exact = all.steady;
    if (all.steady) keep.only(all.rows);
    else keep.all(all.rows.values());
  }

  private async loadAgreed(limits: CallLimits): Promise<ReadonlyMap<string, T>> {
    const keep = this.cache.beginRead();
    const listing = await listUntilAgreed(this.fetchPage, this.partnerId, null, limits, ({ rows }) =>
      keep.all(rows.values()),
    );
    keep.only(listing.rows);
    this.listing = summaryOf(listing);
    this.unreadable = listing.unreadable;
    this.exact = true;
    return listing.rows;
  }
}

/** A reading without its rows, which are cached. */
function summaryOf({ last, extent, count, unreadable, total, moved, credible }: Listing<Row>): Extent {
  return { extent, count, unreadable, total, moved, credible, last: { ...last, rows: [] } };
}

/** How many pages the list has, as far as the first one tells. */
function pages(first: Page<Row>): number {
  if (first.count === 0) return 1;
  return first.total === null ? 2 : Math.ceil(first.total / first.count);
}

/** The snapshots of a client's partners, each made when it is first wanted. */
export function createSnapshots<T extends Row>(
  fetchPage: FetchPage<T>,
  clock: Clock,
): (partnerId: string) => Snapshot<T> {
  const snapshots = new Map<string, Snapshot<T>>();
  return (partnerId) => {
    const snapshot = snapshots.get(partnerId) ?? new Snapshot(fetchPage, partnerId, clock);
    snapshots.set(partnerId, snapshot);
    return snapshot;
  };
}

/** Rows by id; null for one whose absence was confirmed. */
export type FoundRows<T> = ReadonlyMap<string, T | null>;

/** How many rows are looked up side by side; the host's own pace decides how many are asked for at a time. */
const TOGETHER = 50;

/** What is known of each row, and what asking says of the others, some of them at a time. */
export async function collect<T>(
  ids: readonly string[],
  known: (id: string) => T | undefined,
  ask: (id: string) => Promise<T | null>,
): Promise<FoundRows<T>> {
  const found = new Map(ids.map((id) => [id, known(id) ?? null]));
  const open = ids.filter((id) => found.get(id) === null);
  for (let from = 0; from < open.length; from += TOGETHER) {
    const some = open.slice(from, from + TOGETHER);
    const answers = await Promise.all(some.map(ask));
    for (const [index, id] of some.entries()) found.set(id, answers[index] ?? null);
  }
  return found;
}
