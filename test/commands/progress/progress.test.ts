import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { runCommand } from "../../../src/commands";
import { progressText } from "./record";

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), "dialog360-progress-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const at = (name = "progress.json") => path.join(home, name);

function write(changes: object): void {
  const now = new Date().toISOString();
  writeFileSync(at("next"), progressText({ updated_at: now, ...changes }));
  renameSync(at("next"), at());
}

function start(isTTY: boolean, ...argv: string[]) {
  const written = { stdout: "", stderr: "" };
  const stdout = { write: (text: string) => (written.stdout += text), isTTY, columns: 100 };
  const done = runCommand(["progress", ...argv], {
    stdout,
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { written, done };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test.each([
  ["a bar on a terminal", true, /\[#+-+\] +40 % 4 of 10 done/],
  ["lines elsewhere", false, /^4 of 10 done.*\n/m],
])("waits for the file, draws %s, and ends with the apply", async (_, isTTY, shows) => {
  const { written, done } = start(isTTY, at());
  await until(() => written.stdout.includes("Waiting"));
  write({});
  await until(() => written.stdout.includes("4 of 10"));
  write({ outcome: "complete", done: 10, pending: 0, ended_at: new Date().toISOString() });

  expect(await done).toBe(0);
  expect(written.stdout).toMatch(shows);
  expect(written.stdout).toContain("10 done");
  expect(written.stderr).toBe("");
});

test.each(["failed", "stopped"])("an apply that is %s ends with exit code 1", async (outcome) => {
  write({ outcome, ended_at: new Date().toISOString() });
  const { written, done } = start(false, at());
  expect(await done).toBe(1);
  expect(written.stdout).toContain("6 not sent");
});

test.each<[string, (place: string) => string[], string]>([
  ["no file", () => [], "progress_path"],
  ["two files", (place) => [place, place], "2"],
  ["an option that is none", (place) => [place, "--bar"], "--bar"],
  ["a total that is none", (place) => [place, "--total", "many"], "many"],
  ["a directory", () => [home], "directory"],
  ["a path through a file", (place) => [path.join(place, "x")], "path"],
  ["JSON of another program", (place) => [place], "progress.json"],
])("%s is a wrong argument", async (_, argv, words) => {
  writeFileSync(at(), '{"other":true}');
  const { written, done } = start(false, ...argv(at()));
  expect(await done).toBe(2);
  expect(written.stderr).toContain(words);
});

// Root reads every file.
const unlessRoot = process.getuid?.() === 0 ? test.skip : test;

unlessRoot("a file without permission is told", async () => {
  write({});
  chmodSync(at(), 0o000);
  const { written, done } = start(false, at());
  expect(await done).toBe(2);
  expect(written.stderr).toContain(at());
});
