// The most memory that any process of a program took while something ran. Linux only: elsewhere it is not a number.
import { readdir, readFile, readlink } from "node:fs/promises";

const EVERY_MILLISECONDS = 100;

/**
 * @param {string} executable
 * @template T
 * @param {() => Promise<T>} run
 * @returns {Promise<{ result: T, peak: number }>} what it gave, and megabytes as the system itself noted them
 */
export async function peakWhile(executable, run) {
  let peak = Number.NaN;
  let running = true;
  const watching = (async () => {
    while (running) {
      for (const megabytes of await peaks(executable))
        peak = Math.max(megabytes, Number.isNaN(peak) ? 0 : peak);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
    }
  })();
  let result;
  try {
    result = await run();
  } finally {
    running = false;
    await watching;
  }
  return { result, peak };
}

/**
 * The simulator is the same program, started with an argument.
 * @param {string} executable
 */
async function peaks(executable) {
  const ids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(ids.map((id) => peakOf(id, executable).catch(() => undefined)));
  return found.filter((megabytes) => megabytes !== undefined);
}

/**
 * @param {string} id
 * @param {string} executable
 * @returns {Promise<number | undefined>}
 */
async function peakOf(id, executable) {
  if ((await readlink(`/proc/${id}/exe`)) !== executable) return undefined;
  const words = (await readFile(`/proc/${id}/cmdline`, "utf8")).split("\0").filter(Boolean);
  if (words.includes("simulator")) return undefined;
  const match = /VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${id}/status`, "utf8"));
  return match === null ? undefined : Number(match[1]) / 1024;
}
