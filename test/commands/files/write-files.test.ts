import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeFiles } from "../../../src/commands/files/write-files";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "dialog360-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...names: string[]) => path.join(folder, ...names);
const write = (files: Record<string, string>, force = false) =>
  writeFiles(new Map(Object.entries(files).map(([name, text]) => [at(name), text])), { force });

test("files are written with the folders that they need, and nothing else", () => {
  write({ "a/b/one.tf": "1", "a/two.tf": "2" });

  expect(readFileSync(at("a/b/one.tf"), "utf8")).toBe("1");
  expect(readdirSync(at("a")).sort()).toEqual(["b", "two.tf"]);
});

test("a file that exists is kept, and none of the others is written", () => {
  writeFileSync(at("two.tf"), "mine");

  expect(() => write({ "one.tf": "1", "two.tf": "2" })).toThrow("--force");
  expect(readdirSync(folder)).toEqual(["two.tf"]);
  expect(readFileSync(at("two.tf"), "utf8")).toBe("mine");
});

test("with force it is replaced", () => {
  writeFileSync(at("two.tf"), "mine");
  write({ "two.tf": "2" }, true);

  expect(readFileSync(at("two.tf"), "utf8")).toBe("2");
});

test.each([false, true])("a folder of that name is never replaced (force: %s)", (force) => {
  mkdirSync(at("one.tf"));

  expect(() => write({ "one.tf": "1" }, force)).toThrow(at("one.tf"));
});

test("a link that leads nowhere counts as there", () => {
  symlinkSync("nowhere", at("one.tf"));

  expect(() => write({ "one.tf": "1" })).toThrow(at("one.tf"));
});

test("where one cannot be written nothing is left behind, not even a folder", () => {
  writeFileSync(at("file"), "mine");

  expect(() => write({ "new/deep/one.tf": "1", "file/two.tf": "2" })).toThrow(at("file", "two.tf"));
  expect(readdirSync(folder)).toEqual(["file"]);
  expect(existsSync(at("new"))).toBe(false);
});
