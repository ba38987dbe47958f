import { HubError } from "../errors";

/** The hub's own default for a page of channels, and the largest that was seen in use. */
export const LARGEST_PAGE = 1_000;

// Tried in this order where the hub refuses a larger one: no document names its limit.
const SMALLER = [500, 200, 100];

/** How many rows are asked for per page. What the hub was found to take is kept for the process. */
export interface PageSize {
  readonly current: number;
  /**
   * Asks with the current size, and with smaller ones while the hub refuses the request as invalid.
   * @throws the error of the first size where none is taken
   */
  ask<T>(send: (limit: number) => Promise<T>): Promise<T>;
}

/** @param largest the size to begin with */
export function createPageSize(largest: number = LARGEST_PAGE): PageSize {
  let current = largest;
  return {
    get current() {
      return current;
    },
    async ask(send) {
      let refusal: unknown = null;
      for (const limit of [current, ...SMALLER.filter((smaller) => smaller < current)]) {
        try {
          const answer = await send(limit);
          // Another request may have found a smaller one meanwhile.
          current = Math.min(current, limit);
          return answer;
        } catch (error) {
          if (!(error instanceof HubError) || error.reason !== "invalid") throw error;
          refusal ??= error;
        }
      }
      throw refusal;
    },
  };
}
