import { createSlidingWindow } from "../../../src/client/host/sliding-window";

const START = Date.UTC(2026, 0, 1);
const fivePerTen = () => createSlidingWindow({ requests: 5, perSeconds: 10 });

test("as many as are allowed may start at once", () => {
  const window = fivePerTen();
  for (let one = 0; one < 5; one += 1) {
    expect(window.earliestStart(0, START)).toBe(START);
    window.enter();
  }
  expect(window.earliestStart(0, START)).toBeGreaterThan(START);
});

test("the next one starts when the oldest is so long over, since when the host counted it is not known", () => {
  const window = fivePerTen();
  for (let one = 0; one < 5; one += 1) window.enter();
  for (let one = 0; one < 5; one += 1) window.leave(START + 300 + one);
  expect(window.earliestStart(0, START + 400)).toBe(START + 10_300);
  expect(window.earliestStart(1, START + 400)).toBe(START + 10_301);
  expect(window.earliestStart(0, START + 10_300)).toBe(START + 10_300);
});

test("while all are under way the next one cannot start before the time of one has passed", () => {
  const window = fivePerTen();
  for (let one = 0; one < 5; one += 1) window.enter();
  expect(window.earliestStart(0, START)).toBe(START + 10_000);
});

test("who waits behind many waits for as many windows", () => {
  const window = fivePerTen();
  expect(window.earliestStart(4, START)).toBe(START);
  expect(window.earliestStart(5, START)).toBe(START + 10_000);
  expect(window.earliestStart(14, START)).toBe(START + 20_000);
});

test("one that was not sent does not count", () => {
  const window = createSlidingWindow({ requests: 1, perSeconds: 10 });
  window.enter();
  window.withdraw();
  expect(window.earliestStart(0, START)).toBe(START);
});

test("thousands that follow each other never exceed the limit", () => {
  const window = createSlidingWindow({ requests: 7, perSeconds: 1 });
  const starts: number[] = [];
  for (let now = START; starts.length < 5_000; ) {
    now = window.earliestStart(0, now);
    starts.push(now);
    window.enter();
    now += 13;
    window.leave(now);
  }
  const tooEarly = starts.filter((start, index) => start - (starts[index - 7] ?? 0) < 1_000);
  expect(tooEarly).toEqual([]);
});
