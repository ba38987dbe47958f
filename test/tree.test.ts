import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readFiles, root } from "./architecture/sources";

/** What is not ours to word, or not committed. */
const skipped = new Set([
  ".git",
  ".terraform",
  "LICENSE",
  "build",
  "cdktf.out",
  "dist",
  "node_modules",
  "package-lock.json",
]);

/** Cut in two, so that this file does not find itself. */
const words = (...pairs: readonly (readonly [string, string])[]) =>
  new RegExp(pairs.map(([left, right]) => left + right).join("|"), "i");

const foreign: readonly (readonly [string, RegExp])[] = [
  ["paths of one machine", words(["(?<![\\w.$])/wo", "rk/"], ["(?<![\\w.$])/ro", "ot/"], ["/bash_", "jobs"])],
  ["folders beside the project", words(["\\.\\./sha", "red"], ["\\bfac", "ts/[\\w-]+\\.md"])],
  [
    "hosts of package registries",
    words(["regis", "try\\.(npmjs|yarnpkg|npmmirror)"], ["verdac", "cio"], ["artifac", "tory"]),
  ],
  ["numbers of issues", words(["\\bissu", "es? #?\\d"], ["(^|[\\s(])#", "\\d+\\b"])],
];

const files = readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
  if (skipped.has(entry.name)) return [];
  if (entry.isFile()) return [{ file: entry.name, text: readFileSync(path.join(root, entry.name), "utf8") }];
  return readFiles(entry.name, (file) => isText(file));
});

function isText(file: string): boolean {
  return /\.[\w-]+$/.test(file) && !file.split("/").some((part) => skipped.has(part));
}

test.each(foreign)("no file names %s", (_name, pattern) => {
  const lines = files.flatMap(({ file, text }) => text.split("\n").map((line) => ({ file, line })));

  expect(lines.filter(({ line }) => pattern.test(line))).toEqual([]);
});

test("the lock names no registry, so that npm asks the one that is configured", () => {
  const lock = readFileSync(path.join(root, "package-lock.json"), "utf8");

  expect(lock).not.toContain('"resolved"');
});
