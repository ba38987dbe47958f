// Encodes the answer to GetProviderSchema when the provider is built: made in each process, it would take about 6 ms
// of every plan.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { bundleOptions } from "./bundle.mjs";

const PROGRAM = `
  import { createLogger } from "./src/framework/logger";
  import { ProviderServer, providerHandlers } from "./src/framework/rpc";
  import { dialog360Provider } from "./src/provider";

  const server = new ProviderServer(dialog360Provider, createLogger({ env: {}, providerName: "" }));
  providerHandlers(server).GetProviderSchema(new Uint8Array()).then((bytes) => process.stdout.write(bytes));
`;

/**
 * @param {string} root
 * @returns {Promise<string>} its bytes as Latin-1
 */
export async function schemaAnswer(root) {
  const scratch = await mkdtemp(path.join(root, "build/schema-"));
  const outfile = path.join(scratch, "schema.cjs");
  try {
    const stdin = { contents: PROGRAM, resolveDir: root, loader: /** @type {const} */ ("ts") };
    await build({ ...bundleOptions("0.0.0"), absWorkingDir: root, stdin, outfile });
    return (await promisify(execFile)(process.execPath, [outfile], { encoding: "latin1" })).stdout;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
