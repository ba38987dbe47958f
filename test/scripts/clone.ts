import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What a run of a script left behind. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A small clone of the project in a temporary folder, with our scripts and whatever else a test puts there. */
export interface Clone {
  readonly folder: string;
  write(file: string, text: string | object): void;
  /** Lets the clone use the packages that are installed here. */
  linkPackages(): void;
  run(script: string, argv?: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run>;
  remove(): void;
}

const root = path.join(__dirname, "../..");

/** Makes a clone that holds the scripts and nothing else. */
export function cloneScripts(): Clone {
  const folder = mkdtempSync(path.join(tmpdir(), "dialog360-clone-"));
  cpSync(path.join(root, "scripts"), path.join(folder, "scripts"), { recursive: true });
  return {
    folder,
    write(file, text) {
      const place = path.join(folder, file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, typeof text === "string" ? text : JSON.stringify(text));
    },
    linkPackages: () => symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules")),
    run: (script, argv = [], env = {}) => start(path.join(folder, "scripts", script), argv, folder, env),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function start(file: string, argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Run> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  return new Promise((resolve) => {
    const options = { cwd, env: { ...inherited, ...env } };
    const child = execFile(process.execPath, [file, ...argv], options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
