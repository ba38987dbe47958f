import { tryParseDuration, type Validator } from "../../framework";
import { wholeNumber } from "../validators";

const MOST_REQUESTS = 10_000;
const LONGEST_SECONDS = 3_600;

/** Requests of a limit that is fixed by hand. */
export const limitedRequests: Validator<unknown> = wholeNumber(1, MOST_REQUESTS);

/** Seconds of a limit that is fixed by hand. */
export const limitedSeconds: Validator<unknown> = wholeNumber(1, LONGEST_SECONDS);

/** A limit as the configuration has it. */
export interface RateLimitValue {
  readonly requests: unknown;
  readonly per_seconds: unknown;
}

/** Reads a limit as an environment variable has it, such as "5/30s" or "300/1m"; undefined where it is none. */
export function tryParseRateLimit(text: string): RateLimitValue | undefined {
  const [, requests, time] = /^\s*(\d+)\s*\/\s*(\S+)\s*$/.exec(text) ?? [];
  if (requests === undefined || time === undefined) return undefined;
  const limit = { requests: Number(requests), per_seconds: (tryParseDuration(time) ?? 0) / 1000 };
  const problem = limitedRequests(limit.requests) ?? limitedSeconds(limit.per_seconds);
  return problem === undefined ? limit : undefined;
}

/** A text that should have been a limit; the parts of an object are checked each at its own path. */
export const rateLimitText: Validator<unknown> = (value) =>
  typeof value === "string"
    ? `must be a number of requests from 1 to ${MOST_REQUESTS} and a time from 1 s to 1 h in whole seconds, such as "5/30s"; it is ${JSON.stringify(value)}.`
    : undefined;
