// Costs of one run of Terraform: elapsed time, processor time of all its processes, and the peak memory of Terraform
// and of a provider process. Processor time and memory are NaN if the system does not report them.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";

/**
 * Milliseconds and megabytes.
 * @typedef {{ wall: number, processor: number, memory: number, provider: number }} Sample
 * @typedef {{ binary: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv }} Command
 */

const EVERY_MILLISECONDS = 30;

/**
 * @param {Command} command
 * @returns {Promise<Sample>}
 */
export async function sampleOf({ binary, args, cwd, env }) {
  const started = performance.now();
  const shell = spawn("sh", ["-c", '"$@" > /dev/null && times', "sh", binary, ...args], { cwd, env });
  const output = Promise.all([textOf(shell.stdout), textOf(shell.stderr)]);
  const peaks = watch(shell.pid ?? 0);
  const [code] = await once(shell, "exit");
  const wall = performance.now() - started;
  const [times, errors] = await output;
  const { terraform, provider } = await peaks.end();
  if (code !== 0) throw new Error(`terraform ${args.join(" ")} failed:\n${errors}`);
  return { wall, processor: 1_000 * childSeconds(times), memory: terraform, provider };
}

/** @param {import("node:stream").Readable} stream */
async function textOf(stream) {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) text += chunk;
  return text;
}

/**
 * Each `times` of a shell prints two lines; the second is the user and system time of its children.
 * @param {string} text
 */
export function childSeconds(text) {
  const lines = text
    .trim()
    .split("\n")
    .filter((_, index) => index % 2 === 1);
  const times = lines.flatMap((line) => [...line.matchAll(/(\d+)m([\d.]+)s/g)]);
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/**
 * Watches the shell's child, which is Terraform, and the children of that, which are provider processes.
 * @param {number} shell
 */
function watch(shell) {
  const peaks = { terraform: Number.NaN, provider: Number.NaN };
  let running = true;
  const watching = (async () => {
    while (running) {
      for (const terraform of await childrenOf(shell)) {
        peaks.terraform = larger(peaks.terraform, await peakOf(terraform));
        for (const provider of await childrenOf(terraform))
          peaks.provider = larger(peaks.provider, await peakOf(provider));
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
    }
  })();
  return {
    end: async () => {
      running = false;
      await watching;
      return peaks;
    },
  };
}

/**
 * @param {number} a
 * @param {number} b
 */
function larger(a, b) {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b);
}

/**
 * Linux notes children with the thread that started them.
 * @param {number} pid
 */
async function childrenOf(pid) {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const texts = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, "utf8").catch(() => "")),
  );
  return texts.flatMap((text) => text.split(" ").filter(Boolean).map(Number));
}

/**
 * The most memory that a process took so far, as the system itself notes it.
 * @param {number} pid
 */
async function peakOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
