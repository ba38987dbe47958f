import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

/** Why something that a suite needs cannot be had here. */
export interface Missing {
  readonly missing: string;
}

/** Looks for something outside Node and Terraform: what it found (a program's path, say), or why there is none. */
export type Need = () => string | Missing;

/**
 * A suite that runs only where everything it needs is here. Elsewhere its body is not even called: one skipped
 * test says what is missing, and `npm run test:extended` repeats that in its last lines.
 */
export function suite<Needs extends Record<string, Need>>(
  title: string,
  needs: Needs,
  body: (found: { readonly [Name in keyof Needs]: string }) => void,
): void {
  const looked = Object.entries(needs).map(([name, need]) => [name, need()] as const);
  const missing = looked.flatMap(([, found]) => (typeof found === "string" ? [] : [found.missing]));
  describe(title, () => {
    if (missing.length > 0) test.skip(`skipped: ${missing.join("; ")}`, () => {});
    else body(Object.fromEntries(looked) as { readonly [Name in keyof Needs]: string });
  });
}

/** A program: what the environment variable names, else the first of these names that is on PATH. */
export function program(names: readonly string[], variable: string): Need {
  return () => {
    const named = process.env[variable];
    if (named)
      return isProgram(named) ? named : { missing: `${variable} names ${named}, which is no program` };
    return onPath(names) ?? { missing: `no ${names.join(" or ")} on PATH, and ${variable} names none` };
  };
}

/** A browser that understands Chromium's command line. */
export const chromium = program(
  ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  "CHROMIUM",
);

/** A shell and its commands in one static file. */
export const busybox = program(["busybox"], "BUSYBOX");

/** The rights and the command to run something inside another root folder. */
export const chroot: Need = () => {
  if (process.getuid?.() !== 0) return { missing: "chroot needs the rights of root" };
  const found = onPath(["chroot"]);
  if (found === undefined) return { missing: "no chroot on PATH" };
  const { status } = spawnSync(found, ["/", "/bin/sh", "-c", ":"]);
  return status === 0 ? found : { missing: "chroot is not permitted to this process" };
};

/** A Node of another major version than the tests': what NODE_24 names for 24, else `node24` on PATH, else `node`. */
export function node(major: number): Need {
  const find = program([`node${major}`, "node"], `NODE_${major}`);
  return () => {
    const found = find();
    if (typeof found !== "string") return found;
    const { stdout } = spawnSync(found, ["--version"], { encoding: "utf8" });
    return stdout?.startsWith(`v${major}.`)
      ? found
      : { missing: `no Node ${major} on PATH, and NODE_${major} names none` };
  };
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
