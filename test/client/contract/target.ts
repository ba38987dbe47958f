import {
  type Client,
  createClient,
  DEFAULT_HUB_BASE_URL,
  DEFAULT_SIGNALS_BASE_URL,
} from "../../../src/client";
import { createSimulator, listen } from "../../../src/simulator";

/** A world that the contract is held against. */
export interface Target {
  readonly client: Client;
  readonly partnerId: string;
  /** A channel that exists, and its client. */
  readonly channelId: string;
  readonly clientId: string;
  close(): Promise<void>;
}

const FACTS = { requestTimeoutMs: 30_000, maxRetries: 2, userAgent: "contract-tests/1" };

/** The simulator on a free port. */
export async function simulated(): Promise<Target> {
  const simulator = createSimulator();
  const { hubBaseUrl, signalsBaseUrl, close } = await listen(simulator);
  const credentials = { username: "partner@example.com", password: "example-password" };
  const client = createClient({ ...FACTS, partnerId: "examplePA", hubBaseUrl, signalsBaseUrl, credentials });
  return {
    client,
    partnerId: "examplePA",
    channelId: "exampleCH",
    clientId: "exampleCL",
    async close() {
      await client.close();
      await close();
    },
  };
}

const PREFIX = "DIALOG360_CONTRACT_";
const NEEDED = ["PARTNER_ID", "CLIENT_ID", "CHANNEL_ID"];

/** What the environment lacks to run against the real API; an empty list when it can. */
export function missingForReal(env: NodeJS.ProcessEnv): string[] {
  const missing = NEEDED.map((name) => PREFIX + name).filter((name) => !env[name]);
  const proven =
    env[`${PREFIX}API_KEY`] ||
    env[`${PREFIX}ACCESS_TOKEN`] ||
    (env[`${PREFIX}USERNAME`] && env[`${PREFIX}PASSWORD`]);
  return proven
    ? missing
    : [...missing, `${PREFIX}USERNAME and ${PREFIX}PASSWORD (or _ACCESS_TOKEN, or _API_KEY)`];
}

/** What the environment allows: switches only with DIALOG360_CONTRACT_WRITES=1. */
export function allowedForReal(env: NodeJS.ProcessEnv): { writes: boolean; signals: boolean } {
  const bearer = Boolean(env[`${PREFIX}ACCESS_TOKEN`] || env[`${PREFIX}PASSWORD`]);
  return { writes: env[`${PREFIX}WRITES`] === "1", signals: bearer };
}

/** The real API, as the environment names it. */
export async function real(env: NodeJS.ProcessEnv): Promise<Target> {
  const at = (name: string) => env[PREFIX + name] ?? "";
  const client = createClient({
    ...FACTS,
    partnerId: at("PARTNER_ID"),
    hubBaseUrl: at("HUB_BASE_URL") || DEFAULT_HUB_BASE_URL,
    signalsBaseUrl: at("SIGNALS_BASE_URL") || DEFAULT_SIGNALS_BASE_URL,
    credentials: {
      username: at("USERNAME"),
      password: at("PASSWORD"),
      accessToken: at("ACCESS_TOKEN"),
      apiKey: at("API_KEY"),
    },
  });
  return {
    client,
    partnerId: at("PARTNER_ID"),
    clientId: at("CLIENT_ID"),
    channelId: at("CHANNEL_ID"),
    close: () => client.close(),
  };
}
