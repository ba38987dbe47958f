import { type Client, type ClientSettings, createClient } from "../../../src/client";
import {
  createSimulator,
  type Listening,
  listen,
  type Simulator,
  type SimulatorOptions,
} from "../../../src/simulator";

/** A simulator on a port, and a client of its partner examplePA. */
export interface Connected {
  readonly simulator: Simulator;
  readonly listening: Listening;
  readonly client: Client;
  close(): Promise<void>;
}

/** Starts a simulator and makes a client that logs in there with a password, unless its settings say otherwise. */
export async function connect(
  options: SimulatorOptions,
  settings: Partial<ClientSettings>,
): Promise<Connected> {
  const simulator = createSimulator(options);
  const listening = await listen(simulator);
  const client = createClient({
    partnerId: "examplePA",
    hubBaseUrl: listening.hubBaseUrl,
    signalsBaseUrl: listening.signalsBaseUrl,
    credentials: { username: "partner@example.com", password: "example-password" },
    requestTimeoutMs: 5_000,
    maxRetries: 2,
    userAgent: "contract-tests/1",
    ...settings,
  });
  const close = async () => {
    await client.close();
    await listening.close();
  };
  return { simulator, listening, client, close };
}
