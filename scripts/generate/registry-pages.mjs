// Makes the registry pages in docs/ from the provider's schema and examples/. docs/guides/ is written by hand.
import path from "node:path";
import { readTree } from "../tools/files.mjs";
import { pageFolders, renderPages } from "./docs/pages.mjs";
import { loadProvider } from "./provider-schema.mjs";

/** The folders that hold nothing but this step's output. */
export const registryFolders = pageFolders.map((folder) => `docs/${folder}`);

/** @returns {Promise<Map<string, string>>} the pages, by their path below the root */
export async function generateRegistryPages(root) {
  const [{ name, schema }, examples] = await Promise.all([
    loadProvider(root),
    readTree(path.join(root, "examples")),
  ]);
  return new Map([...renderPages(name, schema, examples)].map(([file, text]) => [`docs/${file}`, text]));
}
