import { decodeChannel } from "../../src/client/hub/channel";
import { readTime } from "../../src/client/time";

test.each([
  null,
  undefined,
  false,
  "",
  " ",
  0,
  "0",
  "0.0",
  "0001-01-01T00:00:00Z",
  "0001-01-01T00:00:00.000+00:00",
  "0001-01-01",
  "0000-00-00 00:00:00",
  "1970-01-01T00:00:00Z",
  "1970-01-01T00:00:00.000Z",
  "00000000000000",
  -0,
  "-0",
  -62135596800,
  "-62135596800000",
  "0000-12-31T19:03:58-04:56",
  "1970-01-01",
  "1970-01-01T01:00:00+01:00",
  "1969-12-31T19:00:00-05:00",
  "1900-01-01T00:00:00",
  "1899-12-30T00:00:00Z",
  "1601-01-01T00:00:00Z",
  "Thu, 01 Jan 1970 00:00:00 GMT",
])("%p is no time", (value) => {
  expect(readTime(value)).toEqual({ kind: "none" });
});

test.each<[unknown, string, number]>([
  [1735689600, "2025-01-01T00:00:00Z", Date.UTC(2025, 0)],
  ["1735689600", "2025-01-01T00:00:00Z", Date.UTC(2025, 0)],
  [1735689600000, "2025-01-01T00:00:00Z", Date.UTC(2025, 0)],
  ["1735689600000", "2025-01-01T00:00:00Z", Date.UTC(2025, 0)],
  [1735689600.5, "2025-01-01T00:00:00.500Z", Date.UTC(2025, 0) + 500],
  ["2025-06-30T22:00:00Z", "2025-06-30T22:00:00Z", Date.UTC(2025, 5, 30, 22)],
  ["2025-06-30T22:00:00.123+02:00", "2025-06-30T22:00:00.123+02:00", Date.UTC(2025, 5, 30, 20, 0, 0, 123)],
  ["2025-06-30T22:00:00+0200", "2025-06-30T20:00:00Z", Date.UTC(2025, 5, 30, 20)],
  ["2025-06-30T22:00:00", "2025-06-30T22:00:00Z", Date.UTC(2025, 5, 30, 22)],
  ["2025-06-30 22:00:00", "2025-06-30T22:00:00Z", Date.UTC(2025, 5, 30, 22)],
  ["2025-06-30", "2025-06-30", Date.UTC(2025, 5, 30)],
  ["Mon, 30 Jun 2025 22:00:00 GMT", "2025-06-30T22:00:00Z", Date.UTC(2025, 5, 30, 22)],
])("%p is the time %s", (value, text, at) => {
  expect(readTime(value)).toEqual({ kind: "time", text, at });
});

test.each<[unknown, string]>([
  ["soon", "soon"],
  ["30.06.2025", "30.06.2025"],
  ["06/30/2025", "06/30/2025"],
  ["2025-13-45T00:00:00Z", "2025-13-45T00:00:00Z"],
  [-1, "-1"],
  [1, "1"],
  ["1", "1"],
  ["never", "never"],
  ["1735689600 UTC", "1735689600 UTC"],
  [1735689600000000, "1735689600000000"],
  [true, "true"],
  [{ seconds: 1 }, '{"seconds":1}'],
])("%p cannot be read, and nobody guesses", (value, text) => {
  expect(readTime(value)).toEqual({ kind: "unreadable", text });
});

test("a channel tells which of its times cannot be read", () => {
  const channel = decodeChannel({ id: "exampleCH", terminated_at: "soon", cancelled_at: 0 }, null);
  expect(channel).toMatchObject({ terminatedAt: null, cancelledAt: null });
  expect(channel?.unreadableTimes).toEqual(new Map([["terminated_at", "soon"]]));
});
