import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./architecture/sources";

const page = readFileSync(path.join(root, "design/decisions/0016-what-holds-the-protocols-traps.md"), "utf8");
const rows = page
  .split("\n")
  .map(
    (line) => /^\| (?<trap>.+) \| (?<holder>.+) \|$/.exec(line)?.groups as { trap: string; holder: string },
  )
  .filter((row) => row !== undefined && !/^(trap|mistake)$/.test(row.trap));
const testsIn = (text: string) => [...text.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, file]) => file ?? "");

test("each trap of the protocol has a test, or says why it has none", () => {
  const bare = rows.filter(({ holder }) => testsIn(holder).length === 0 && !/^none[^:]*: ./.test(holder));

  expect(rows.length).toBeGreaterThan(80);
  expect(bare).toEqual([]);
});

test("the tests that hold them are there", () => {
  const missing = [...new Set(testsIn(page))].filter((file) => !existsSync(path.join(root, "test", file)));

  expect(missing).toEqual([]);
});
