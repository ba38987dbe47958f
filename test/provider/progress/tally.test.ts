import { Tally } from "../../../src/provider/progress/tally";

const MINUTE = 60_000;

function sendEvery(ms: number, count: number): Tally {
  const tally = new Tally();
  tally.expect(count + 10);
  for (let index = 0; index < count; index += 1) tally.settle("sent", index * ms);
  return tally;
}

test("each switch moves from pending to done or failed", () => {
  const tally = new Tally();
  tally.expect(3);
  tally.expect(1);
  tally.settle("sent", 0);
  tally.settle("unchanged", 0);
  tally.settle("failed", 0);
  expect(tally.counts(0)).toEqual({ done: 2, failed: 1, pending: 1, perMinute: null });
});

test.each([
  ["four switches", 4, null],
  ["five switches", 5, 10],
  ["a thousand switches", 1_000, 10],
])("the pace after %s at 10 per minute is %p", (_, count, expected) => {
  expect(sendEvery(6_000, count).counts((count - 1) * 6_000).perMinute).toBe(expected);
});

test("a pause slows the pace", () => {
  expect(sendEvery(6_000, 11).counts(2 * MINUTE).perMinute).toBe(5);
});

test("what needs no switch says nothing about the pace", () => {
  const tally = sendEvery(6_000, 11);
  for (let index = 0; index < 9; index += 1) tally.settle("unchanged", MINUTE);
  expect(tally.counts(MINUTE)).toMatchObject({ done: 20, pending: 1, perMinute: 10 });
});
