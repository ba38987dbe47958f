// The simulated world that the demonstration runs in: its process, and a look into its store.
import { spawn } from "node:child_process";
import { once } from "node:events";

const READY = /http:\/\/127\.0\.0\.1:\d+/;

/** Starts the simulator of the built executable on a free port; `logFile` takes its output where it outlives us. */
export async function startSimulator(executable, args) {
  const child = spawn(executable, ["simulator", ...args], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await Promise.race([firstUrl(child.stdout), failed(child)]);
  return {
    url,
    pid: child.pid,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
    leave: () => {
      child.stdout.destroy();
      child.unref();
    },
  };
}

/** Changes a channel as somebody in the Partner Hub would: Terraform does not hear of it. */
export async function changeChannel(url, id, change) {
  const response = await fetch(`${url}/_simulator/channels/${id}`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(change),
  });
  if (!response.ok)
    throw new Error(`The simulator refused the change (${response.status}): ${await response.text()}`);
}

/** A channel as it is in the simulator's store. */
export async function channel(url, id) {
  const response = await fetch(`${url}/_simulator/channels/${id}`);
  if (!response.ok) throw new Error(`The simulator has no channel ${id} (${response.status}).`);
  return await response.json();
}

async function firstUrl(stdout) {
  let text = "";
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    text += chunk;
    const match = READY.exec(text);
    if (match !== null) return match[0];
  }
  throw new Error("The simulator ended before it said where it listens.");
}

async function failed(child) {
  const [error] = await once(child, "error");
  throw error;
}
