import { tryParseDuration } from "../../../../src/framework/schema";

test.each([
  ["24h", 86_400_000],
  ["1h30m", 5_400_000],
  ["1.5s", 1500],
  ["20ms", 20],
  [".5s", 500],
  ["1.s", 1000],
  ["0s", 0],
  ["100us", 0.1],
  ["100\u00b5s", 0.1],
  ["100\u03bcs", 0.1],
  ["1000000ns", 1],
  ["1h1h", 7_200_000],
])("%s is %d milliseconds", (text, milliseconds) => {
  expect(tryParseDuration(text)).toBeCloseTo(milliseconds, 9);
});

test.each(["", "10", "m", "1d", "1 h", "h1", "-1h", "1h ", "1,5s", "1h30", "1hour", ".s"])(
  "%j is no duration",
  (text) => {
    expect(tryParseDuration(text)).toBeUndefined();
  },
);
