import { readFileSync } from "node:fs";
import path from "node:path";
import * as entry from "../../src/framework";
import * as testing from "../../src/framework/testing";

const page = readFileSync(path.resolve(__dirname, "../../docs/framework/reference.md"), "utf8");

test("the reference has a heading for each export", () => {
  const headings = new Set([...page.matchAll(/^### (\w+)$/gm)].map(([, name = ""]) => name));
  const exported = [...Object.keys(entry), ...Object.keys(testing)];
  expect(exported.filter((name) => !headings.has(name))).toEqual([]);
});

test("it shows neither private members nor bodies of methods", () => {
  const code = [...page.matchAll(/^```typescript\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  const classes = code.filter((block) => block.startsWith("class "));
  expect(classes.length).toBeGreaterThan(3);
  expect(classes.filter((block) => /#\w|\breturn\b/.test(block))).toEqual([]);
});
