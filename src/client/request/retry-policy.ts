const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;

// Answers that another attempt may change. 501 and 505 say that it will not.
const PASSING_STATUS = new Set([408, 425, 500, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524, 529]);

// A certificate that is not accepted now is not accepted in a second either, nor is a setting.
const LASTING_CODES = new Set([
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REVOKED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "PROXY_URL",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** Whether an answer with this status may be different next time; 429 is no retry but a pause. */
export function isPassingStatus(status: number): boolean {
  return PASSING_STATUS.has(status);
}

/** Whether a request that failed with this code is worth sending again. */
export function isPassingFailure(code: string): boolean {
  return !LASTING_CODES.has(code);
}

/** Wait before the next attempt: 0.5 s doubled per retry, at most 8 s, of which half to all; never less than Retry-After. */
export function retryDelay(retries: number, retryAfterMs: number | null, random: number): number {
  const full = Math.min(FIRST_DELAY_MS * 2 ** retries, LONGEST_DELAY_MS);
  return Math.max(Math.round(full * (0.5 + random / 2)), retryAfterMs ?? 0);
}

/** Milliseconds that Retry-After asks for, or null where it is missing, zero, past or no time at all. */
export function parseRetryAfter(
  retryAfter: string | undefined,
  now: number,
  date?: string | undefined,
): number | null {
  const text = retryAfter?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return positive(Math.ceil(Number(text) * 1000));
  const until = parseHttpDate(text);
  if (until === null) return null;
  // The server's clock and ours may differ: where it tells its time, the longer of both waits counts.
  const serverNow = parseHttpDate(date?.trim() ?? "") ?? now;
  return positive(until - Math.min(now, serverNow));
}

function parseHttpDate(text: string): number | null {
  // Date.parse takes almost anything for a date; a date of HTTP begins with its weekday (RFC 9110, 5.6.7).
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return null;
  // The oldest of its three forms names no zone and means GMT.
  const time = Date.parse(/GMT$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : time;
}

function positive(ms: number): number | null {
  return ms > 0 && Number.isFinite(ms) ? ms : null;
}
