// Runs commands side by side and prints one line for each that ends, and all it said if it failed.
import { spawn } from "node:child_process";

/** @typedef {{ name: string, command: string, args: string[] }} Step */

/**
 * @param {Step[]} steps
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, parallel: number, print: (text: string) => void }} options
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function runSteps(steps, { parallel, print, ...where }) {
  const waiting = [...steps];
  /** @type {string[]} */
  const failed = [];
  const width = Math.max(...steps.map(({ name }) => name.length));
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const { ok, seconds, output } = await run(step, where);
      print(`${ok ? "ok    " : "FAILED"}  ${step.name.padEnd(width)}  ${seconds.toFixed(1).padStart(5)} s`);
      if (ok) continue;
      failed.push(step.name);
      print(output.trim());
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return failed;
}

/**
 * @param {Step} step
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} where
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
function run({ command, args }, where) {
  const start = performance.now();
  let output = "";
  return new Promise((resolve) => {
    /** @param {boolean} ok */
    const end = (ok) => resolve({ ok, output, seconds: (performance.now() - start) / 1000 });
    const child = spawn(command, args, { ...where, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("close", (code) => end(code === 0));
    child.on("error", (error) => {
      output += error.message;
      end(false);
    });
  });
}
