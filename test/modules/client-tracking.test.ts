import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(__dirname, "../../modules/client-tracking");
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
const namesIn = (file: string, kind: string) =>
  [...read(file).matchAll(new RegExp(`^${kind} "(\\w+)"`, "gm"))].map(([, name]) => name);
const rowsOf = (heading: string) =>
  [...(read("README.md").split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "").matchAll(/^\| `(\w+)`/gm)].map(
    ([, name]) => name,
  );

test.each([
  ["Inputs", "variables.tf", "variable"],
  ["Outputs", "outputs.tf", "output"],
])("the module's README lists its %s", (heading, file, kind) => {
  expect(namesIn(file, kind).length).toBeGreaterThan(2);
  expect(rowsOf(heading)).toEqual(namesIn(file, kind));
});
