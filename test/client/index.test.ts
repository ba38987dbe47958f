import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as door from "../../src/client";

const FOLDER = join(__dirname, "../../src/client");

test("the door shows what callers need and nothing else", () => {
  expect(Object.keys(door).sort()).toEqual([
    "ApiError",
    "BusyError",
    "CredentialError",
    "DEFAULT_HUB_BASE_URL",
    "DEFAULT_SIGNALS_BASE_URL",
    "DecodeError",
    "Dialog360Error",
    "HubError",
    "InvalidIdError",
    "LoginError",
    "NetworkError",
    "ReadOnlyError",
    "SignalsError",
    "StoppedError",
    "channelFilters",
    "checkBaseUrls",
    "createClient",
    "systemClock",
  ]);
});

test("the HTTP library is loaded by the first request, not with the entry point", () => {
  // The one file that imports it, and is itself imported when it is wanted.
  const sender = join("http", "sender.ts");
  const eager = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && file !== sender)
    .flatMap(
      (file) =>
        readFileSync(join(FOLDER, file), "utf8").match(
          /^(import|export) (?!type).*from "([^.].*|.*\/sender)"/gm,
        ) ?? [],
    )
    .filter((queue) => !queue.includes('"node:'));
  expect(eager).toEqual([]);
});

test("a client that was never used closes without having loaded anything", async () => {
  const client = door.createClient({
    partnerId: null,
    hubBaseUrl: door.DEFAULT_HUB_BASE_URL,
    signalsBaseUrl: door.DEFAULT_SIGNALS_BASE_URL,
    credentials: {},
    requestTimeoutMs: 1_000,
    maxRetries: 0,
    userAgent: "client-tests/1",
  });
  expect(client.partnerId).toBeNull();
  await expect(client.close()).resolves.toBeUndefined();
});
