// Makes the registry pages in docs/ from the provider's schema and examples/. docs/guides/ is written by hand.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { bundleOptions } from "../compile/bundle.mjs";
import { renderPages } from "../docs/pages.mjs";
import { readTree } from "../files.mjs";

/** The folders that hold nothing but this step's output. */
export const registryFolders = ["docs/resources", "docs/data-sources"];

const PROVIDER = `
  import { providerSchemaJson } from "./src/framework";
  import { dialog360Provider } from "./src/provider";
  export const name = dialog360Provider.name;
  export const schema = providerSchemaJson(dialog360Provider);
`;

/** @returns {Promise<Map<string, string>>} the pages, by their path below the root */
export async function generateRegistryPages(root) {
  const [{ name, schema }, examples] = await Promise.all([
    loadProvider(root),
    readTree(path.join(root, "examples")),
  ]);
  return new Map([...renderPages(name, schema, examples)].map(([file, text]) => [`docs/${file}`, text]));
}

/** Runs the provider's sources as they are now, not as they were built last. */
async function loadProvider(root) {
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
    return createRequire(file)(file);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
