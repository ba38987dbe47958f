import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { replaceFile } from "../../../src/provider/progress/replace-file";
import { folder } from "../settings/folder";

const { path: home, write } = folder();

test("a file is made, replaced, and readable by its owner alone", () => {
  const place = write("progress.json", "old", 0o666);
  replaceFile(place, "new");
  expect(readFileSync(place, "utf8")).toBe("new");
  expect(statSync(place).mode & 0o777).toBe(0o600);
});

test.each([
  ["a directory", (place: string) => mkdirSync(place)],
  ["a link", (place: string) => symlinkSync(write("elsewhere", "kept"), place)],
])("%s in its place is left alone, and so is all around it", (_, make) => {
  const place = path.join(home, `taken-${Math.random()}`);
  make(place);
  const before = readdirSync(home);
  expect(() => replaceFile(place, "new")).toThrow(/regular/);
  expect(readdirSync(home)).toEqual(before);
});

test("a directory that is missing is an error", () => {
  expect(() => replaceFile(path.join(home, "none", "file"), "new")).toThrow(/ENOENT/);
});
