import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const readme = readFileSync(path.join(root, "README.md"), "utf8");

test("the README is short", () => {
  expect(readme.split("\n").length).toBeLessThan(150);
});

test("the path of a switch names files that are there", () => {
  const [, chain = ""] = /^The path of a switch(.*?)\n\n/ms.exec(readme) ?? [];
  const files = [...chain.matchAll(/`([\w/-]+\.ts)`/g)].map(([, file = ""]) => file);

  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(path.join(root, "src", file)))).toEqual([]);
});

test("each folder in the table is there", () => {
  const [, table = ""] = /^\| folder \| holds \|\n\|---\|---\|\n(.*?)\n\n/ms.exec(readme) ?? [];
  const folders = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, folder = ""]) => folder),
  );

  expect(folders).toContain("src/provider");
  expect(folders.filter((folder) => !existsSync(path.join(root, folder)))).toEqual([]);
});

test("each command in the table is a script", () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const [, table = ""] = /^\| command \| does \|\n\|---\|---\|\n(.*?)\n\n/ms.exec(readme) ?? [];
  const named = [...table.matchAll(/^\| `npm (?:run )?([\w:]+)`/gm)].map(([, name = ""]) => name);

  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
