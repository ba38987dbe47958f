import { runCommand } from "../../src/commands";
import { createSimulator, type Listening, listen, type Simulator } from "../../src/simulator";

/** A simulated hub that reports tracking, with the variables of this process pointed at it. */
export interface HubWorld {
  readonly simulator: Simulator;
  close(): Promise<void>;
}

/** Opens one; `close` restores the variables. */
export async function openHubWorld(): Promise<HubWorld> {
  const simulator = createSimulator({ ctwaField: "ctwa_enabled" });
  const listening: Listening = await listen(simulator);
  const before = { ...process.env };
  Object.assign(process.env, {
    DIALOG360_PARTNER_ID: "examplePA",
    DIALOG360_USERNAME: "partner@example.com",
    DIALOG360_PASSWORD: "example-password",
    DIALOG360_HUB_BASE_URL: listening.hubBaseUrl,
    DIALOG360_MAX_RETRIES: "0",
  });
  return {
    simulator,
    async close() {
      process.env = before;
      await listening.close();
    },
  };
}

/** Streams that keep what a command writes. */
export function keepOutput() {
  const written = { stdout: "", stderr: "" };
  const output = {
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  };
  return { written, output };
}

/** Runs a command in this process, and returns how it ended and what it wrote. */
export async function run(...argv: readonly string[]) {
  const { written, output } = keepOutput();
  const code = await runCommand(argv, output);
  return { code, ...written };
}
