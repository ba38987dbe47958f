import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readFiles, root } from "./architecture/sources";

/** The names of files and folders that git ignores. Each line of .gitignore is one name, with "*" for any text. */
const ignored = readFileSync(path.join(root, ".gitignore"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => new RegExp(`^${line.replace(/\/$/, "").replaceAll(".", "\\.").replaceAll("*", ".*")}$`));

/** Files whose text others wrote or made, and git itself. */
const wordedByOthers = new Set([".git", "LICENSE", "package-lock.json"]);

function isSkipped(name: string): boolean {
  return wordedByOthers.has(name) || ignored.some((pattern) => pattern.test(name));
}

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
  if (isSkipped(entry.name)) return [];
  if (entry.isFile()) return [{ file: entry.name, text: readFileSync(path.join(root, entry.name), "utf8") }];
  return readFiles(entry.name, (file) => isText(file));
});

function isText(file: string): boolean {
  return /\.[\w-]+$/.test(file) && !file.split("/").some(isSkipped);
}

test("what npm pack, a build or Terraform leaves behind is ignored", () => {
  const left = [
    "example-0.1.0.tgz",
    "node_modules",
    "build",
    "terraform.tfstate",
    "terraform.tfstate.backup",
  ];

  expect(left.filter((name) => !isSkipped(name))).toEqual([]);
  expect(["package.json", "src", "buildings"].filter(isSkipped)).toEqual([]);
});

test.each(foreign)("no file names %s", (_name, pattern) => {
  const lines = files.flatMap(({ file, text }) => text.split("\n").map((line) => ({ file, line })));

  expect(lines.filter(({ line }) => pattern.test(line))).toEqual([]);
});

test("the lock names no registry, so that npm asks the one that is configured", () => {
  const lock = readFileSync(path.join(root, "package-lock.json"), "utf8");

  expect(lock).not.toContain('"resolved"');
});
