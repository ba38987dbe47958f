const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;

/**
 * Wait before the next attempt: 0.5 s, doubled per retry up to 8 s, of which a random 50 to 100 %; at least
 * Retry-After.
 */
export function retryDelay(retries: number, retryAfterMs: number | null, random: number): number {
  const full = Math.min(FIRST_DELAY_MS * 2 ** retries, LONGEST_DELAY_MS);
  return Math.max(Math.round(full * (0.5 + random / 2)), retryAfterMs ?? 0);
}

// A reset further ahead belongs to a daily quota rather than to this request.
const FURTHEST_RESET_MS = 60 * 60 * 1000;
// A larger number is a Unix time, not a number of seconds.
const EPOCH_FROM = 1_000_000_000;
// From here on, a Unix time is in milliseconds.
const EPOCH_MS_FROM = 100_000_000_000;

/** Headers of an answer by lower-case name. */
type Headers = Readonly<Record<string, string | undefined>>;

/**
 * Milliseconds that an answer asks to wait, from Retry-After or from its rate limit's reset; null if it does not ask.
 */
export function waitAskedFor(headers: Headers, now: number): number | null {
  const serverNow = parseHttpDate(headers["date"]?.trim() ?? "") ?? now;
  return parseRetryAfter(headers["retry-after"], serverNow) ?? resetIn(headers, serverNow);
}

function parseRetryAfter(retryAfter: string | undefined, serverNow: number): number | null {
  const text = retryAfter?.trim() ?? "";
  const seconds = leadingNumber(text);
  if (seconds !== null) return positive(Math.ceil(seconds * 1000));
  const until = parseHttpDate(text);
  // The date comes from the server's clock, so it is compared with the server's time.
  return until === null ? null : positive(until - serverNow);
}

function resetIn(headers: Headers, serverNow: number): number | null {
  const named = RESET_HEADERS.map((name) => headers[name]).find((value) => value !== undefined);
  const text = (named ?? structuredReset(headers["ratelimit"]))?.trim() ?? "";
  const number = leadingNumber(text);
  const until = number === null ? parseHttpDate(text) : untilReset(number, serverNow);
  const wait = until === null ? null : positive(Math.ceil(until - serverNow));
  return wait !== null && wait <= FURTHEST_RESET_MS ? wait : null;
}

const RESET_HEADERS = [
  ...["ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset"],
  ...["ratelimit-reset-after", "x-ratelimit-reset-after"],
];

/** A number at the beginning of a header, alone or before parameters or, where the header came twice, another one. */
function leadingNumber(text: string): number | null {
  const [, number] = /^(\d+(?:\.\d+)?)\s*(?:[,;]|$)/.exec(text) ?? [];
  return number === undefined ? null : Number(number);
}

// Both header forms in drafts of the IETF: "limit=5, reset=20" and "default";r=0;t=20.
function structuredReset(header: string | undefined): string | undefined {
  return /(?:^|[\s,;])(?:reset|t)=(\d+)/i.exec(header ?? "")?.[1];
}

function untilReset(reset: number, serverNow: number): number {
  if (reset > EPOCH_MS_FROM) return reset;
  return reset > EPOCH_FROM ? reset * 1000 : serverNow + reset * 1000;
}

function parseHttpDate(text: string): number | null {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return timeOrNull(Date.parse(text));
  // Date.parse accepts almost any text; an HTTP date begins with its weekday (RFC 9110, 5.6.7).
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return null;
  // The oldest of the three forms of an HTTP date names no zone and means GMT.
  return timeOrNull(Date.parse(/GMT$/.test(text) ? text : `${text} GMT`));
}

function timeOrNull(time: number): number | null {
  return Number.isNaN(time) ? null : time;
}

function positive(ms: number): number | null {
  return ms > 0 && Number.isFinite(ms) ? ms : null;
}
