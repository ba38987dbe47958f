import { hostPause } from "../../../src/client/host/learned-pace";
import { retryDelay, waitAskedFor } from "../../../src/client/request/retry-policy";

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);

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
    ["5, 5", 5_000],
    ["5;comment=busy", 5_000],
    ["5 minutes", null],
    ["2026-01-01T12:01:00Z", 60_000],
    ["2026-01-01T13:01:00+01:00", 60_000],
    ["2026-01-01", null],
    ["Thu, nonsense GMT", null],
    ["", null],
    [undefined, null],
  ])("%p means %p ms", (header, ms) => {
    expect(waitAskedFor({ "retry-after": header }, NOW)).toBe(ms);
  });
  test.each([
    ["ahead of", "Thu, 01 Jan 2026 13:00:00 GMT", "Thu, 01 Jan 2026 13:00:04 GMT"],
    ["behind", "Thu, 01 Jan 2026 11:00:00 GMT", "Thu, 01 Jan 2026 11:00:04 GMT"],
  ])("as a date is measured by the server's clock where that is %s ours", (_, date, until) => {
    expect(waitAskedFor({ date, "retry-after": until }, NOW)).toBe(4_000);
  });
  test("as a date is measured by our clock where the server's is not told", () => {
    const headers = { date: "soon", "retry-after": "Thu, 01 Jan 2026 12:00:04 GMT" };
    expect(waitAskedFor(headers, NOW)).toBe(4_000);
  });
});

describe("the reset of a rate limit", () => {
  const date = "Thu, 01 Jan 2026 13:00:00 GMT";
  const serverNow = Date.UTC(2026, 0, 1, 13);

  test.each([
    ["x-ratelimit-reset", "20", 20_000],
    ["ratelimit-reset", "20", 20_000],
    ["ratelimit-reset", "0.5", 500],
    ["x-ratelimit-reset", String(serverNow / 1000 + 20), 20_000],
    ["x-ratelimit-reset", String(serverNow + 20_000), 20_000],
    ["x-ratelimit-reset", "Thu, 01 Jan 2026 13:00:20 GMT", 20_000],
    ["ratelimit", "limit=5, remaining=0, reset=20", 20_000],
    ["ratelimit", '"default";r=0;t=20', 20_000],
    ["x-rate-limit-reset", "20", 20_000],
    ["x-ratelimit-reset-after", "20.5", 20_500],
    ["ratelimit-reset", "20;w=30", 20_000],
    ["x-ratelimit-reset", "2026-01-01T13:00:20Z", 20_000],
    ["x-ratelimit-reset", "-20", null],
    ["x-ratelimit-reset", "0", null],
    ["x-ratelimit-reset", String(serverNow / 1000 - 20), null],
    ["x-ratelimit-reset", "86400", null],
    ["x-ratelimit-reset", "later", null],
  ])("in the header %s: %s means %p ms", (name, value, ms) => {
    expect(waitAskedFor({ date, [name]: value }, NOW)).toBe(ms);
  });
  test("counts less than Retry-After", () => {
    expect(waitAskedFor({ "retry-after": "3", "x-ratelimit-reset": "20" }, NOW)).toBe(3_000);
  });
});
