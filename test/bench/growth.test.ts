import { exponent, growthRows } from "../../bench/growth.mjs";

const sizes = [1_000, 10_000, 50_000];

test.each([
  ["in step", 1],
  ["with the square", 2],
  ["not at all", 0],
])("what grows %s has the exponent %i", (_name, power) => {
  expect(exponent(sizes.map((size) => [size, 3 * size ** power]))).toBeCloseTo(power, 10);
});

test("one row tells the growth of each series of sizes; rows without one, and single sizes, tell none", () => {
  const rows = [
    ...sizes.map((size) => ({ what: `plan of ${size}`, growth: "plan", size, median: size / 2 })),
    { what: "refresh of 1000", growth: "refresh", size: 1_000, median: 7 },
    { what: "requests", median: 2 },
  ];

  expect(growthRows(rows)).toEqual([
    { what: "plan: grows with the number to the power of", unit: "", median: expect.closeTo(1) },
  ]);
});
