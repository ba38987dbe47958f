// How long the plugin takes to its handshake line: Terraform starts it three times per plan.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { moduleRows } from "./modules.mjs";
import { startPlugin } from "./plugin.mjs";
import { inTurn, timed } from "./timing.mjs";

const ROUNDS = 20;
const SHORT = 10;

/**
 * Beside bare Node, and beside any other provider's executable that PEER_PROVIDER names.
 * @returns rows for the table
 */
export async function startUp({ root, executable, bundle, short }) {
  const peer = process.env.PEER_PROVIDER || undefined;
  const memory = {};
  const started =
    (name, command, ...args) =>
    async () => {
      const { milliseconds, megabytes } = await startPlugin(command, args);
      memory[name] = megabytes;
      return milliseconds;
    };
  const seen = await inTurn(
    {
      bareNode: () => timed(async () => once(spawn(process.execPath, ["-e", "0"]), "exit")),
      executable: started("executable", executable),
      bundle: started("bundle", process.execPath, bundle),
      ...(peer === undefined ? {} : { peer: started("peer", peer) }),
    },
    short ? SHORT : ROUNDS,
  );
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
    { what: "executable: memory at handshake", unit: "MB", median: memory.executable, target: 50 },
    ...peerRows(seen, memory),
    ...(short ? [] : await moduleRows(root)),
  ];
}

function peerRows({ peer, executable }, memory) {
  if (peer === undefined) return [];
  return [
    { what: "PEER_PROVIDER: spawn to handshake", unit: "ms", ...peer },
    { what: "PEER_PROVIDER: memory at handshake", unit: "MB", median: memory.peer },
    { what: "executable beside PEER_PROVIDER", unit: "ms", ...executable, against: peer, target: 0.8 },
  ];
}
