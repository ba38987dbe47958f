import { withFigures } from "../../bench/guide.mjs";

const of = (figure: string) => ({ shape: "one fleet", step: "apply", size: 10_000, of: figure }) as never;
const rows = [
  { what: "fleet-10000-apply", unit: "ms", median: 3_000, against: { median: 2_000 }, figure: of("wall") },
  { what: "a", unit: "ms", median: 12_000, against: { median: 6_000 }, figure: of("processor") },
  { what: "b", unit: "", median: 10_022, figure: of("requests") },
  { what: "c", unit: "", median: 1 },
];
const guide = "before\n<!-- figures of fleet -->\nold\n<!-- end of figures of fleet -->\nafter\n";

test("the figures of a suite replace what stands between its comments", () => {
  const text = withFigures(guide, "fleet", rows, "Measured.");

  expect(text).toContain("| one fleet | 10,000 | apply | 3.00 s | 1.5 | 12.0 s | 2.0 |  |  |  | 10,022 |");
  expect(text).toMatch(
    /^before\n<!-- figures of fleet -->\n[\s\S]*\nMeasured\.\n\n<!-- end of figures of fleet -->\nafter\n$/,
  );
  expect(text).not.toContain("old");
  expect(withFigures(text, "fleet", rows, "Measured.")).toBe(text);
});

test("a guide without the comments of a suite stays as it is", () => {
  expect(withFigures(guide, "blocks", rows, "Measured.")).toBe(guide);
});
