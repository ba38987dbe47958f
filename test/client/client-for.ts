import { type Client, type ClientSettings, createClient } from "../../src/client";
import { skippingClock } from "./test-clock";

/** The password that tests log in with, and look for where it must not be. */
export const PASSWORD = "invented-password";

/** A client of a server at this address, the hub below `/api/v2` and Signals below `/signals`. */
export function clientFor(url: string, settings: Partial<ClientSettings> = {}): Client {
  return createClient({
    partnerId: "examplePA",
    hubBaseUrl: `${url}/api/v2`,
    signalsBaseUrl: `${url}/signals`,
    credentials: { username: "partner@example.com", password: PASSWORD },
    requestTimeoutMs: 5_000,
    maxRetries: 2,
    userAgent: "client-tests/1",
    clock: skippingClock(),
    ...settings,
  });
}

/** What a call threw. */
export async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("it did not throw");
}
