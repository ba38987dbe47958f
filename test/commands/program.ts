import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";

/** What a run of the program left behind. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The commands as a bundle of their own in a temporary folder, which is also the user's home. */
export interface Program {
  readonly home: string;
  readonly file: string;
  run(...argv: string[]): Promise<Run>;
  remove(): void;
}

const entry = `
  import { runCommand } from "./src/commands";
  void runCommand(process.argv.slice(2)).then((code) => { process.exitCode = code; });
`;

/** Bundles the commands the way the build does, under a version that no file holds. */
export function bundleCommands(version = "7.8.9"): Program {
  const home = mkdtempSync(path.join(tmpdir(), "dialog360-commands-"));
  const file = path.join(home, "program/terraform-provider-dialog360.cjs");
  mkdirSync(path.dirname(file));
  const { outputFiles } = buildSync({
    stdin: { contents: entry, resolveDir: path.join(__dirname, "../.."), loader: "ts" },
    define: { __VERSION__: JSON.stringify(version) },
    external: ["./simulator"],
    loader: { ".browser.mjs": "text", ".css": "text" },
    bundle: true,
    platform: "node",
    write: false,
  });
  writeFileSync(file, outputFiles[0]?.text ?? "");
  return {
    home,
    file,
    run: (...argv) => start(file, argv, home),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function start(file: string, argv: string[], home: string): Promise<Run> {
  const env = { ...process.env, HOME: home, APPDATA: home };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [file, ...argv], { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
