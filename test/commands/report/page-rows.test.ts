import script from "../../../src/commands/report/page/rows.browser.mjs";

interface Row {
  readonly cells: readonly string[];
  readonly client: string;
  readonly text: string;
}

interface Functions {
  filterRows(rows: readonly Row[], filter: object): readonly Row[];
  sortRows(rows: readonly Row[], column: number, descending: boolean): readonly Row[];
  toCsv(headings: readonly string[], rows: readonly Row[]): string;
}

// The page's script is text here, as in the bundle.
const { filterRows, sortRows, toCsv } = new Function(
  `${script.replace(/^export /gm, "")} return { filterRows, sortRows, toCsv };`,
)() as Functions;

const row = (id: string, finding: string, client = "0"): Row => {
  const cells = [id, "aCL", "Client", "Shop", finding];
  return { cells, client, text: cells.join("\n").toLowerCase() };
};
const rows = [row("n10CH", "differs"), row("n9CH", "moved", "1"), row("n1CH", "differs", "1")];
const idsOf = (found: readonly Row[]) => found.map(({ cells }) => cells[0]);

test.each([
  [{ words: "", finding: "", client: "" }, ["n10CH", "n9CH", "n1CH"]],
  [{ words: " SHOP  n1 ", finding: "", client: "" }, ["n10CH", "n1CH"]],
  [{ words: "", finding: "differs", client: "1" }, ["n1CH"]],
  [{ words: ".*", finding: "", client: "" }, []],
])("rows are filtered by %j", (filter, ids) => {
  expect(idsOf(filterRows(rows, filter))).toEqual(ids);
});

test("numbers in a column are sorted as numbers, both ways", () => {
  expect(idsOf(sortRows(rows, 0, false))).toEqual(["n1CH", "n9CH", "n10CH"]);
  expect(idsOf(sortRows(rows, 0, true))).toEqual(["n10CH", "n9CH", "n1CH"]);
});

test.each([
  ["plain", "plain"],
  ['a "b", c', '"a ""b"", c"'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["-1+cmd|x", "'-1+cmd|x"],
  ["+49 155 5000", "+49 155 5000"],
])("the cell %j is written so that no spreadsheet runs it", (cell, written) => {
  expect(toCsv(["name"], [{ ...row("aCH", "moved"), cells: [cell] }])).toBe(`name\r\n${written}\r\n`);
});
