import type { Page } from "./list-page";

/** How many pages are under way at a time: as many as go to a host at first. */
const AT_A_TIME = 4;

/** Asks for pages that are sure to be wanted before they are: each is a thousand rows, and takes the hub its time. */
export class PagesAhead<T> {
  readonly #asked = new Map<number, Promise<Page<T>>>();

  constructor(private readonly fetch: (offset: number) => Promise<Page<T>>) {}

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
  expect(offset: number, size: number, total: number | null | undefined): void {
    if (size === 0 || typeof total !== "number") return;
    const end = Math.min(total, offset + size * AT_A_TIME);
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
