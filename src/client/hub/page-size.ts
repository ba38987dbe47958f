import { HubError } from "../errors";

/** The hub's own default page size for channels, and the largest that was seen in use. */
export const LARGEST_PAGE = 1_000;

// Tried in this order if the hub refuses a larger size. No document names its limit.
const SMALLER = [500, 200, 100];

/** Page size of list requests. The size that the hub accepted is kept for the life of the process. */
export interface PageSize {
  readonly current: number;
  /**
   * Sends with the current size, and with smaller ones while the hub refuses the request as invalid.
   * @throws the error of the first size if the hub accepts none
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
          // A concurrent request may have found a smaller size.
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
