import { grossFailures, isMet, ratios } from "../../bench/verdict.mjs";

const floor = { min: 100, median: 200, max: 300 };
const figure = (min: number, median: number) => ({ what: "a", unit: "ms", min, median, max: median });

test("a ratio is told by medians and by minima", () => {
  expect(ratios({ ...figure(150, 400), against: floor })).toEqual({ median: 2, least: 1.5 });
  expect(ratios(figure(150, 400))).toEqual({});
});

test.each([
  ["a ratio within its target", { ...figure(100, 300), against: floor, target: 1.5 }, true],
  ["a ratio beyond it", { ...figure(100, 302), against: floor, target: 1.5 }, false],
  ["a figure by itself, within its target", { ...figure(10, 50), target: 50 }, true],
  ["the exact number", { ...figure(2, 2), exact: 2 }, true],
  ["another number", { ...figure(1, 1), exact: 2 }, false],
  ["a figure that nothing is asked of", figure(1, 1), undefined],
])("%s", (_name, row, wanted) => {
  expect(isMet(row)).toBe(wanted);
});

test("a short run fails for another number of requests, be it higher or lower", () => {
  const rows = [1, 2, 3].map((median) => ({ ...figure(median, median), exact: 2 }));

  expect(grossFailures(rows)).toEqual([rows[0], rows[2]]);
});

test("a short run fails for a ratio of more than twice its target, and only when the minima say so too", () => {
  const rows = [
    { ...figure(150, 390), against: floor, target: 1 },
    { ...figure(190, 900), against: floor, target: 1 },
    { ...figure(210, 410), against: floor, target: 1 },
  ];

  expect(grossFailures(rows)).toEqual([rows[2]]);
});

test("a figure of this machine alone never fails a short run", () => {
  expect(grossFailures([{ ...figure(500, 500), target: 50 }, figure(1, 1)])).toEqual([]);
});

test("a short run judges a shape by its processor time, not by the time on the wall", () => {
  const slow = { ...figure(900, 900), against: floor, target: 1.5 };
  const of = (of: "wall" | "processor") => ({ ...slow, figure: { shape: "s", step: "t", size: 1, of } });
  expect(grossFailures([of("wall"), of("processor")])).toEqual([of("processor")]);
});
