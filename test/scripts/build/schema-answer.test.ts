import { mkdirSync } from "node:fs";
import path from "node:path";
import { schemaAnswer } from "../../../scripts/build/schema-answer.mjs";
import { createLogger } from "../../../src/framework/logger";
import { ProviderServer, providerHandlers, providerService } from "../../../src/framework/rpc";
import { dialog360Provider } from "../../../src/provider";

const root = path.join(__dirname, "../../..");
const log = createLogger({ env: {}, providerName: "" });
const server = new ProviderServer(dialog360Provider, log);

test("the answer that is built in has the bytes that the provider would make", async () => {
  mkdirSync(path.join(root, "build"), { recursive: true });

  const made = await providerHandlers(server)["GetProviderSchema"]?.(new Uint8Array());

  expect(Buffer.from(await schemaAnswer(root), "latin1")).toEqual(Buffer.from(made ?? []));
});

test("an answer that is built in is served as it is, and the other calls are not changed", async () => {
  const { unary } = providerService(server, Uint8Array.of(1, 2));

  expect(await unary["GetProviderSchema"]?.(new Uint8Array())).toEqual(Uint8Array.of(1, 2));
  expect(await unary["GetFunctions"]?.(new Uint8Array())).toEqual(
    await providerHandlers(server)["GetFunctions"]?.(new Uint8Array()),
  );
});
