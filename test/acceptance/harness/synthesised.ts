import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type Run, startTerraform } from "./terraform";
import { executable } from "./workspace";

/** The project's own folder. */
export const root = path.resolve(__dirname, "../../..");

/** A folder in which programs synthesise stacks and the real binary runs in them, after a real init from a mirror. */
export interface Folder {
  readonly path: string;
  /** Runs a command of a program that synthesises; gives back what it printed, and fails the test when it fails. */
  synthesise(command: readonly string[], env?: NodeJS.ProcessEnv, cwd?: string): Promise<string>;
  /** Runs the binary within a synthesised stack. */
  terraform(stack: string, ...args: readonly string[]): Promise<Run>;
  /** Init, and validate as JSON: whether it is valid, and every error. */
  validate(stack: string): Promise<{ readonly valid: boolean; readonly errors: readonly string[] }>;
  remove(): Promise<void>;
}

/** The folder from which `init` installs: one for all folders of a test file, since the executable is large. */
let mirror: Promise<string> | undefined;

async function fillMirror(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "dialog360-mirror-"));
  await promisify(execFile)(executable, ["install", "--mirror", folder]);
  return folder;
}

afterAll(async () => {
  if (mirror !== undefined) await rm(await mirror, { recursive: true, force: true });
});

/** Makes one; `env` holds the provider's settings. */
export async function openFolder(env: NodeJS.ProcessEnv = {}): Promise<Folder> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), "dialog360-synth-")));
  const rc = path.join(folder, "terraform.rc");
  mirror ??= fillMirror();
  const source = JSON.stringify(await mirror);
  await writeFile(rc, `provider_installation {\n  filesystem_mirror {\n    path = ${source}\n  }\n}\n`);
  const base = {
    ...{ PATH: process.env["PATH"], HOME: folder, TMPDIR: process.env["TMPDIR"] },
    ...{ TF_CLI_CONFIG_FILE: rc, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1", ...env },
  };
  const terraform = (stack: string, ...args: readonly string[]) => {
    const cwd = path.join(folder, stack);
    return startTerraform([...args], cwd, base).done;
  };
  return {
    path: folder,
    terraform,
    synthesise: async ([program = "", ...args], extra = {}, cwd = folder) => {
      const options = { cwd, env: { ...base, ...extra }, maxBuffer: 1e8 };
      return (await promisify(execFile)(program, args, options)).stdout;
    },
    validate: async (stack) => {
      const init = await terraform(stack, "init", "-input=false", "-no-color", "-backend=false");
      if (init.code !== 0) return { valid: false, errors: [init.output] };
      const { stdout } = await terraform(stack, "validate", "-json");
      const found = JSON.parse(stdout) as {
        valid: boolean;
        diagnostics: { severity: string; detail: string }[];
      };
      const errors = found.diagnostics.filter(({ severity }) => severity === "error");
      return { valid: found.valid, errors: errors.map(({ detail }) => detail) };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
