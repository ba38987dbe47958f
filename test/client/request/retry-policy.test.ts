import { hostPause } from "../../../src/client/host/learned-pace";
import {
  isPassingFailure,
  isPassingStatus,
  parseRetryAfter,
  retryDelay,
} from "../../../src/client/request/retry-policy";

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);

describe("which answers are asked for again", () => {
  test.each([408, 425, 500, 502, 503, 504])("%i may be different next time", (status) => {
    expect(isPassingStatus(status)).toBe(true);
  });
  test.each([200, 204, 301, 400, 401, 403, 404, 409, 422, 501, 505])("%i stays what it is", (status) => {
    expect(isPassingStatus(status)).toBe(false);
  });
  test("429 is a pause of the host, not a retry of the request", () => {
    expect(isPassingStatus(429)).toBe(false);
  });
  test.each(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "UND_ERR_SOCKET", "TIMEOUT", "unknown"])(
    "a request that failed with %s is sent again",
    (code) => {
      expect(isPassingFailure(code)).toBe(true);
    },
  );
  test.each(["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "ERR_TLS_CERT_ALTNAME_INVALID"])(
    "a certificate refused with %s is not tried again",
    (code) => {
      expect(isPassingFailure(code)).toBe(false);
    },
  );
});

describe("the wait before a retry", () => {
  test.each([
    [0, 0, 250],
    [0, 0.999, 500],
    [1, 0, 500],
    [2, 0, 1_000],
    [4, 0.5, 6_000],
    [9, 0.999, 7_996],
  ])(
    "doubles with each retry up to 8 s, of which chance takes at most half: retry %i, chance %f",
    (retries, random, ms) => {
      expect(retryDelay(retries, null, random)).toBe(ms);
    },
  );
  test("is never shorter than Retry-After, however long that is", () => {
    expect(retryDelay(0, 120_000, 0)).toBe(120_000);
    expect(retryDelay(9, 1_000, 0.5)).toBe(6_000);
  });
});

test.each([
  [1, null, 2_000],
  [2, null, 4_000],
  [3, null, 8_000],
  [5, null, 32_000],
  [6, null, 60_000],
  [50, null, 60_000],
  [1, 120_000, 120_000],
  [6, 1_000, 1_000],
])("after 429 number %i in a row with Retry-After %p the host pauses %i ms", (inARow, retryAfter, ms) => {
  expect(hostPause(inARow, retryAfter)).toBe(ms);
});

describe("Retry-After", () => {
  test.each([
    ["30", 30_000],
    [" 2 ", 2_000],
    ["1.5", 1_500],
    ["86400", 86_400_000],
    ["Thu, 01 Jan 2026 12:01:00 GMT", 60_000],
    ["Thursday, 01-Jan-26 12:01:00 GMT", 60_000],
    ["Thu Jan  1 12:01:00 2026", 60_000],
    ["Thu, 01 Jan 2026 11:59:00 GMT", null],
    ["0", null],
    ["-5", null],
    ["soon", null],
    ["2026", 2_026_000],
    ["in 2026", null],
    ["Thu, nonsense GMT", null],
    ["", null],
    [undefined, null],
  ])("%p means %p ms", (header, ms) => {
    expect(parseRetryAfter(header, NOW)).toBe(ms);
  });
  test("a date is taken by the server's clock where ours is ahead", () => {
    const until = "Thu, 01 Jan 2026 11:31:00 GMT";
    expect(parseRetryAfter(until, NOW)).toBeNull();
    expect(parseRetryAfter(until, NOW, "Thu, 01 Jan 2026 11:30:00 GMT")).toBe(60_000);
  });
  test("a date is taken by our clock where the server's is ahead, since a wait is never shortened", () => {
    expect(parseRetryAfter("Thu, 01 Jan 2026 12:01:00 GMT", NOW, "Thu, 01 Jan 2026 12:00:50 GMT")).toBe(
      60_000,
    );
  });
});
