// How long the plugin takes to its handshake line: Terraform starts it three times per plan.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { startPlugin } from "./plugin.mjs";
import { inTurn, timed } from "./timing.mjs";

const ROUNDS = 20;

/** @returns rows for the table */
export async function startUp({ executable, bundle }) {
  let megabytes = Number.NaN;
  const seen = await inTurn(
    {
      executable: async () => {
        const run = await startPlugin(executable, []);
        megabytes = run.megabytes;
        return run.milliseconds;
      },
      bundle: async () => (await startPlugin(process.execPath, [bundle])).milliseconds,
      bareNode: () => timed(async () => once(spawn(process.execPath, ["-e", "0"]), "exit")),
    },
    ROUNDS,
  );
  return [
    { what: "bare node -e 0", unit: "ms", ...seen.bareNode },
    {
      what: "executable: spawn to handshake",
      unit: "ms",
      ...seen.executable,
      against: seen.bareNode.median,
      target: 0.3,
    },
    { what: "bundle on Node: spawn to handshake", unit: "ms", ...seen.bundle, against: seen.bareNode.median },
    { what: "executable: memory at handshake", unit: "MB", median: megabytes, target: 50 },
  ];
}
