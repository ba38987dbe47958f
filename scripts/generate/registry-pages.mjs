// Makes the registry pages in docs/ from the provider's schema, examples/ and templates/. docs/guides/ is written by
// hand.
import path from "node:path";
import { readTree } from "../tools/files.mjs";
import { pageFolders, renderPages } from "./docs/pages.mjs";
import { loadProvider } from "./provider-schema.mjs";

/** The folders that hold nothing but this step's output. */
export const registryFolders = pageFolders.map((folder) => `docs/${folder}`);

/**
 * @param {string} root
 * @returns {Promise<Map<string, string>>} the pages, by their path below the root
 */
export async function generateRegistryPages(root) {
  const [{ name, schema }, examples, templates] = await Promise.all([
    loadProvider(root),
    readTree(path.join(root, "examples")),
    readTree(path.join(root, "templates")),
  ]);
  return new Map(
    [...renderPages(name, schema, examples, templates)].map(([file, text]) => [`docs/${file}`, text]),
  );
}
