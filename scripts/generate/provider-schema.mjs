// The provider's schema as its sources are now, not as they were built last: no Terraform, no network.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { bundleOptions } from "../build/bundle.mjs";

const PROVIDER = `
  import { providerSchemaJson } from "./src/framework";
  import { dialog360Provider } from "./src/provider";
  export const name = dialog360Provider.name;
  export const address = dialog360Provider.address;
  export const schema = providerSchemaJson(dialog360Provider);
`;

const loaded = new Map();

/**
 * Loaded once in a process: pages and bindings are made from the same sources.
 * @returns {Promise<{ name: string, address: string, version: string, schema: object }>} schema as in `terraform providers schema -json`
 */
export function loadProvider(root) {
  if (!loaded.has(root)) loaded.set(root, load(root));
  return loaded.get(root);
}

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
    await writeFile(file, outputFiles[0].contents);
    return { version, ...createRequire(file)(file) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
