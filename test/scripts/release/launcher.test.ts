import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launcher } from "../../../scripts/release/launcher.mjs";

/** Stand-ins that say how they were started. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: an expansion of the shell
const stated = '#!/bin/sh\nprintf "%s\\n" "${0##*/}" "$@"\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "dialog360 launcher-"));
  mkdirSync(path.join(folder, "runtime"));
  for (const name of ["provider", "ld.so"]) put(`runtime/${name}`, stated);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
  chmodSync(path.join(folder, name), 0o755);
}

function start(cwd: string, file: string): string[] {
  return execFileSync("/bin/sh", [file, "a b", "c"], { cwd, encoding: "utf8" }).trimEnd().split("\n");
}

test("on a system that has glibc the program is started as it is, with its arguments", () => {
  // An empty file does: the launcher asks only whether there is one.
  writeFileSync(path.join(folder, "libc.so.6"), "");
  put("launcher", launcher({ folder: folder.slice(1), loader: "ld.so" }));

  expect(start("/", path.join(folder, "launcher"))).toEqual(["provider", "a b", "c"]);
});

test("elsewhere it is started through the loader beside it, which finds the libraries there", () => {
  put("launcher", launcher({ folder: "no/such/folder", loader: "ld.so" }).replace("/lib64/", "/no/such/"));
  const runtime = path.join(folder, "runtime");

  expect(start("/", path.join(folder, "launcher"))).toEqual([
    "ld.so",
    "--library-path",
    runtime,
    `${runtime}/provider`,
    "a b",
    "c",
  ]);
});

test("it finds what lies beside it when it is named without a folder", () => {
  put("launcher", launcher({ folder: "no/such/folder", loader: "ld.so" }).replace("/lib64/", "/no/such/"));

  expect(start(folder, "launcher").slice(0, 3)).toEqual(["ld.so", "--library-path", "./runtime"]);
});

test("it keeps the user's settings for Bun from the program, which they could keep from working", () => {
  put("runtime/ld.so", '#!/bin/sh\necho "[$BUN_OPTIONS$BUN_BE_BUN$OTHER]"\n');
  put("launcher", launcher({ folder: "no/such/folder", loader: "ld.so" }).replace("/lib64/", "/no/such/"));
  const env = { BUN_OPTIONS: "--cwd=/nowhere", BUN_BE_BUN: "1", OTHER: "kept" };

  const output = execFileSync("/bin/sh", [path.join(folder, "launcher")], { env, encoding: "utf8" });

  expect(output).toBe("[kept]\n");
});

test("it switches the highest compiler tier off, which costs more than a run gives back", () => {
  put("runtime/ld.so", '#!/bin/sh\necho "$BUN_JSC_useFTLJIT"\n');
  put("launcher", launcher({ folder: "no/such/folder", loader: "ld.so" }).replace("/lib64/", "/no/such/"));

  expect(execFileSync("/bin/sh", [path.join(folder, "launcher")], { encoding: "utf8" })).toBe("false\n");
});
