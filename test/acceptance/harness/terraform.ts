import { spawn } from "node:child_process";
import { findTerraform } from "../../../scripts/tools/terraform-binary.mjs";

/** How one run of the binary ended, and what it printed. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in no particular order: for looking for words. */
  readonly output: string;
}

/** What was printed, without the frames and line breaks that the binary puts around and into messages. */
export function unwrapped({ output }: Run): string {
  return output.replace(/[│╷╵\s]+/g, " ");
}

/** A run that is still going on. */
export interface Running {
  readonly pid: number;
  readonly done: Promise<Run>;
  /** Sends a signal to the whole process group, as a terminal does on Ctrl-C. */
  interrupt(): void;
  kill(): void;
  /** Resolves once the output contains the text. */
  printed(text: string): Promise<void>;
}

/** The binary under test: what TERRAFORM_BINARY names, else terraform, else tofu on PATH. */
export const terraformBinary: string = findTerraform(process.env) ?? "terraform";

/** Starts the binary without waiting for it, in a process group of its own. */
export function startTerraform(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Running {
  const child = spawn(terraformBinary, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const out = { stdout: "", stderr: "" };
  const waiting = new Set<() => void>();
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      out[stream] += text;
      for (const look of waiting) look();
    });
  }
  const done = new Promise<Run>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...out, output: out.stdout + out.stderr }));
  });
  const pid = child.pid;
  if (pid === undefined) {
    done.catch(() => {});
    throw new Error(`${terraformBinary} could not be started in ${cwd}`);
  }
  return {
    pid,
    done,
    interrupt: () => void process.kill(-pid, "SIGINT"),
    kill: () => void child.kill("SIGKILL"),
    printed: (text) =>
      new Promise((resolve) => {
        const look = () => {
          if (!(out.stdout + out.stderr).includes(text)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
