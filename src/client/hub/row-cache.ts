import type { Row } from "./list-page";

/** Stores the rows of one answer, except those that were written after the request was sent. */
export interface CacheWrite<T> {
  all(rows: Iterable<T>): void;
  /** Stores a complete list: rows that it lacks are removed. */
  only(rows: ReadonlyMap<string, T>): void;
  one(row: T): void;
  absent(id: string): void;
}

/** Cached channels or clients of a partner. A row that we have written stays unconfirmed until it is read again. */
export class RowCache<T extends Row> {
  private readonly rows = new Map<string, T>();
  private readonly doubtful = new Set<string>();
  private readonly writtenAt = new Map<string, number>();
  private writes = 0;

  get(id: string): T | undefined {
    return this.rows.get(id);
  }

  /** The cached row, unless it was written and not read since. */
  certain(id: string): T | undefined {
    return this.doubtful.has(id) ? undefined : this.rows.get(id);
  }

  /** All cached rows. */
  all(): readonly T[] {
    return [...this.rows.values()];
  }

  /** Ids of rows that were written and not read since. */
  unconfirmed(): readonly string[] {
    return [...this.doubtful];
  }

  /** Whether the row was written and not read since. */
  isUnconfirmed(id: string): boolean {
    return this.doubtful.has(id);
  }

  /** Marks a row as written. */
  markWritten(id: string): void {
    this.writes += 1;
    this.writtenAt.set(id, this.writes);
    this.doubtful.add(id);
  }

  /** Call before sending the request: an answer in flight during a write may show the state before that write. */
  beginRead(): CacheWrite<T> {
    const since = this.writes;
    const keeps = (id: string) => (this.writtenAt.get(id) ?? 0) <= since;
    const one = (row: T) => {
      if (!keeps(row.id)) return;
      this.rows.set(row.id, row);
      this.doubtful.delete(row.id);
    };
    const all = (rows: Iterable<T>) => {
      for (const row of rows) one(row);
    };
    // No write check is needed: a row that is not cached is looked up before it is reported absent.
    const absent = (id: string) => {
      this.rows.delete(id);
      this.doubtful.delete(id);
    };
    return {
      one,
      all,
      absent,
      only: (rows) => {
        for (const id of this.rows.keys()) if (!rows.has(id) && keeps(id)) absent(id);
        all(rows.values());
      },
    };
  }
}
