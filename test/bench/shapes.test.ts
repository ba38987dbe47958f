import { linearRows } from "../../bench/beside.mjs";
import { builtInFleet, builtInRepeated, fleet, repeatedBlock } from "../../bench/configurations.mjs";
import { suitesOfRows } from "../../bench/shapes.mjs";

test("each row has a name of its own, and belongs to a suite", () => {
  const suites = suitesOfRows();
  expect(suites.get("fleet-50000-empty-plan")).toBe("fleet");
  expect(suites.get("blocks-1000-apply")).toBe("blocks");
  expect(suites.get("for-each-in-place-3000-first-plan")).toBe("repeated");
});

test("the built-in object gets the very data that ours has", () => {
  const data = (text: string) => text.match(/locals \{[\s\S]*?\n\}\n/)?.[0];
  expect(data(fleet(["aCH", "bCH"], 1))).toBe(data(builtInFleet(["aCH", "bCH"], 1)));
  expect(fleet(["aCH", "bCH"], 1)).toContain("aCH = false\n    bCH = true");
  expect(data(repeatedBlock("count", ["aCH"]))).toBe(data(builtInRepeated("count", ["aCH"])));
});

test("the largest size is compared with the one before, by processor time", () => {
  const row = (size: number, of: string, median: number) => ({
    ...{ what: `${size}`, unit: "ms", median },
    figure: { shape: "one fleet", step: "apply", size, of } as never,
  });
  const rows = [row(10_000, "processor", 2), row(10_000, "wall", 9), row(50_000, "processor", 10)];
  expect(linearRows(rows)).toEqual([
    { what: "50000, beside 10000", unit: "ms", median: 10, against: { median: 2 }, target: 6 },
  ]);
});
