import type { Row } from "./list-page";

/** Stores the rows of one answer, except those that were written after the request was sent. */
export interface CacheWrite<T> {
  all(rows: Iterable<T>): void;
  /** Stores a complete list: rows that it lacks are removed. */
  only(rows: ReadonlyMap<string, T>): void;
  one(row: T): void;
  absent(id: string): void;
}

/** What is known of a partner's channels or clients, and what is in doubt since we wrote it. */
export class RowCache<T extends Row> {
  private readonly rows = new Map<string, T>();
  private readonly doubtful = new Set<string>();
  private readonly writtenAt = new Map<string, number>();
  private writes = 0;

  get(id: string): T | undefined {
    return this.rows.get(id);
  }

  /** The same, but for what was written and not read since. */
  certain(id: string): T | undefined {
    return this.doubtful.has(id) ? undefined : this.rows.get(id);
  }

  /** Everything that is known. */
  all(): readonly T[] {
    return [...this.rows.values()];
  }

  /** What was written and not read since. */
  unconfirmed(): readonly string[] {
    return [...this.doubtful];
  }

  /** Whether the row was written and not read since. */
  isUnconfirmed(id: string): boolean {
    return this.doubtful.has(id);
  }

  /** Says that a row was written. */
  markWritten(id: string): void {
    this.writes += 1;
    this.writtenAt.set(id, this.writes);
    this.doubtful.add(id);
  }

  /** Call before sending the request: an answer that was under way during a write may show the state before it. */
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
    // Needs no check: a row that is not cached is looked up before it is reported absent.
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
