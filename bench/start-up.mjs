// Time from the start of the plugin to its handshake line. Terraform starts it three times per plan.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { moduleRows } from "./modules.mjs";
import { startPlugin } from "./plugin.mjs";
import { inTurn, timed } from "./timing.mjs";

/**
 * @typedef {import("./verdict.mjs").Row} Row
 * @typedef {import("./run.mjs").Place} Place
 * @typedef {import("./timing.mjs").Figures} Figures
 */

const ROUNDS = 20;
const SHORT = 10;

/**
 * Compared with bare Node, and with the provider's executable that PEER_PROVIDER names.
 * @param {Place} place
 * @returns {Promise<Row[]>} rows for the table
 */
export async function startUp({ root, executable, bundle, short }) {
  const peer = process.env["PEER_PROVIDER"] || undefined;
  /** @type {Record<string, number>} */
  const memory = {};
  /** @type {(name: string, command: string, ...args: string[]) => () => Promise<number>} */
  const started =
    (name, command, ...args) =>
    async () => {
      const { milliseconds, megabytes } = await startPlugin(command, args);
      memory[name] = megabytes;
      return milliseconds;
    };
  const subjects = {
    bareNode: () => timed(async () => once(spawn(process.execPath, ["-e", "0"]), "exit")),
    executable: started("executable", executable),
    bundle: started("bundle", process.execPath, bundle),
  };
  const rounds = short ? SHORT : ROUNDS;
  /** @type {Record<"bareNode" | "executable" | "bundle", Figures> & { peer?: Figures }} */
  const seen =
    peer === undefined
      ? await inTurn(subjects, rounds)
      : await inTurn({ ...subjects, peer: started("peer", peer) }, rounds);
  return [
    { what: "bare node -e 0", unit: "ms", ...seen.bareNode },
    {
      what: "executable: spawn to handshake",
      unit: "ms",
      ...seen.executable,
      against: seen.bareNode,
      target: 0.3,
    },
    { what: "bundle on Node: spawn to handshake", unit: "ms", ...seen.bundle, against: seen.bareNode },
    {
      what: "executable: memory at handshake",
      unit: "MB",
      median: memory["executable"] ?? Number.NaN,
      target: 50,
    },
    ...(seen.peer === undefined ? [] : peerRows(seen.peer, seen.executable, memory)),
    ...(short ? [] : await moduleRows(root)),
  ];
}

/**
 * @param {Figures} peer
 * @param {Figures} executable
 * @param {Record<string, number>} memory
 * @returns {Row[]}
 */
function peerRows(peer, executable, memory) {
  return [
    { what: "PEER_PROVIDER: spawn to handshake", unit: "ms", ...peer },
    { what: "PEER_PROVIDER: memory at handshake", unit: "MB", median: memory["peer"] ?? Number.NaN },
    { what: "executable beside PEER_PROVIDER", unit: "ms", ...executable, against: peer, target: 0.8 },
  ];
}
