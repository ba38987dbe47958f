import { execFile } from "node:child_process";
import { executable } from "./workspace";
import { settingsFor, type World } from "./world";

/** How a command of the executable ended. */
export interface CommandRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the executable in a world's folder, with the provider's variables. */
export function runCommand(
  { listening, workspace }: World,
  argv: readonly string[],
  input = "",
): Promise<CommandRun> {
  const env = { PATH: process.env["PATH"], HOME: workspace.folder, ...settingsFor(listening) };
  return new Promise((resolve) => {
    const options = { cwd: workspace.folder, env, maxBuffer: 1e8 };
    const child = execFile(executable, [...argv], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}
