import { rateLimitText, tryParseRateLimit } from "../../../src/provider/settings/rate-limit";

test.each([
  ["5/30s", 5, 30],
  [" 300 / 1m ", 300, 60],
  ["10000/1h", 10_000, 3_600],
])("%j is a limit", (text, requests, per_seconds) => {
  expect(tryParseRateLimit(text)).toEqual({ requests, per_seconds });
});

test.each([
  "5",
  "5/",
  "/30s",
  "5/30",
  "5/half",
  "0/30s",
  "5/0s",
  "10001/1s",
  "5/2h",
  "5/500ms",
  "1.5/1s",
  "-5/30s",
])("%j is none", (text) => {
  expect(tryParseRateLimit(text)).toBeUndefined();
  expect(rateLimitText(text)).toContain(`it is ${JSON.stringify(text)}`);
});
