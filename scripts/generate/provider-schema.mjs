// The provider's schema as its sources are now, not as they were built last: no Terraform, no network.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { bundleOptions, firstOutput } from "../build/bundle.mjs";

/**
 * Schemas as `terraform providers schema -json` writes them for one provider.
 * @typedef {{ name: string, address: string, version: string, schema: ProviderSchema }} LoadedProvider
 * @typedef {import("./docs/schema").ProviderSchema} ProviderSchema
 */

const PROVIDER = `
  import { providerSchemaJson } from "./src/framework";
  import { dialog360Provider } from "./src/provider";
  export const name = dialog360Provider.name;
  export const address = dialog360Provider.address;
  export const schema = providerSchemaJson(dialog360Provider);
`;

/** @type {Map<string, Promise<LoadedProvider>>} */
const loaded = new Map();

/**
 * Loaded once in a process: pages and bindings are made from the same sources.
 * @param {string} root
 * @returns {Promise<LoadedProvider>}
 */
export function loadProvider(root) {
  const known = loaded.get(root) ?? load(root);
  loaded.set(root, known);
  return known;
}

/**
 * @param {string} root
 * @returns {Promise<LoadedProvider>}
 */
async function load(root) {
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const { outputFiles } = await build({
    ...bundleOptions(version),
    stdin: { contents: PROVIDER, resolveDir: root, loader: "ts" },
    write: false,
  });
  const scratch = await mkdtemp(path.join(tmpdir(), "dialog360-schema-"));
  try {
    const file = path.join(scratch, "provider.cjs");
    await writeFile(file, firstOutput(outputFiles));
    return { version, ...createRequire(file)(file) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
