import { tryParseDuration, type Validator } from "../../framework";
import { wholeNumber } from "../validators";

const MOST_REQUESTS = 10_000;
const LONGEST_SECONDS = 3_600;

/** Number of requests in a rate limit. */
export const limitedRequests: Validator<unknown> = wholeNumber(1, MOST_REQUESTS);

/** Length of a rate limit's period in seconds. */
export const limitedSeconds: Validator<unknown> = wholeNumber(1, LONGEST_SECONDS);

/** A rate limit in the form of the configuration. */
export interface RateLimitValue {
  readonly requests: unknown;
  readonly per_seconds: unknown;
}

/** Parses a rate limit in the form of the environment variable, such as "5/30s"; undefined if it has another form. */
export function tryParseRateLimit(text: string): RateLimitValue | undefined {
  const [, requests, time] = /^\s*(\d+)\s*\/\s*(\S+)\s*$/.exec(text) ?? [];
  if (requests === undefined || time === undefined) return undefined;
  const limit = { requests: Number(requests), per_seconds: (tryParseDuration(time) ?? 0) / 1000 };
  const problem = limitedRequests(limit.requests) ?? limitedSeconds(limit.per_seconds);
  return problem === undefined ? limit : undefined;
}

/** Refuses a text that does not parse as a rate limit. The attributes of an object are checked at their own paths. */
export const rateLimitText: Validator<unknown> = (value) =>
  typeof value === "string"
    ? `must be a number of requests from 1 to ${MOST_REQUESTS} and a time from 1 s to 1 h in whole seconds, such as "5/30s"; it is ${JSON.stringify(value)}.`
    : undefined;
