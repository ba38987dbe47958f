// Makes the typed bindings in lib/bindings/ from the provider's schema: one tree for CDKTF, one for CDK Terrain.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FRAMEWORKS } from "../build/library/stage.mjs";
import { readTree } from "../tools/files.mjs";
import { mendBindings } from "./mend-bindings.mjs";
import { loadProvider } from "./provider-schema.mjs";

/**
 * @typedef {import("./provider-schema.mjs").LoadedProvider} LoadedProvider
 * @typedef {import("./docs/schema").ProviderSchema} ProviderSchema
 * @typedef {import("./docs/schema").Block} Block
 */

const worker = path.join(path.dirname(fileURLToPath(import.meta.url)), "bindings-worker.cjs");

/** The folders that hold nothing but this step's output. */
export const bindingFolders = FRAMEWORKS.map((framework) => `lib/bindings/${framework}`);

/**
 * @param {string} root
 * @returns {Promise<Map<string, string>>} the bindings, by their path below the root
 */
export async function generateBindings(root) {
  const provider = await loadProvider(root);
  const trees = await Promise.all(FRAMEWORKS.map((framework) => generateTree(framework, provider)));
  return new Map(trees.flat());
}

/**
 * @param {string} framework
 * @param {LoadedProvider} provider
 * @returns {Promise<[string, string][]>}
 */
async function generateTree(framework, provider) {
  const folder = await mkdtemp(path.join(tmpdir(), `dialog360-${framework}-`));
  try {
    await runGenerator({ framework, folder, ...requestFor(provider) });
    const tree = await readTree(path.join(folder, "providers", provider.name));
    const modules = [...tree].filter(([file]) => /^[\w-]+\/index\.ts$/.test(file));
    const made = `lib/bindings/${framework}`;
    /** @type {[string, string][]} */
    const files = [[`${made}/index.ts`, indexFile(framework, modules)]];
    for (const [file, code] of modules)
      files.push([`${made}/${file}`, mendBindings(code, nestedNames(file, provider))]);
    return files;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A range, so that users are not held to the version that the bindings were made from: "0.1.4" gives "~> 0.1".
 * @param {LoadedProvider} provider
 */
function requestFor({ address, version, schema }) {
  const constraint = `~> ${version.split(".").slice(0, 2).join(".")}`;
  return {
    address,
    constraint,
    schema: { format_version: "1.0", provider_schemas: { [`registry.terraform.io/${address}`]: schema } },
  };
}

/**
 * No terraform is looked for: a name that nobody has keeps the generator from starting one.
 * @param {{ framework: string, folder: string } & ReturnType<typeof requestFor>} request
 */
async function runGenerator(request) {
  const env = { ...process.env, TERRAFORM_BINARY_NAME: "no-terraform-needed", CHECKPOINT_DISABLE: "1" };
  const child = spawn(process.execPath, [worker], { env, stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  child.stdin.end(JSON.stringify(request));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`the generator for ${request.framework} failed:\n${output}`);
}

/**
 * Names of the top-level attributes with attributes of their own, of the type that a module is made from.
 * @param {string} file
 * @param {LoadedProvider} provider
 */
function nestedNames(file, { name, schema }) {
  const noun = path.posix.dirname(file).replaceAll("-", "_");
  if (noun === "provider_functions") return [];
  const attributes = schemaOf(noun, name, schema)?.block.attributes;
  if (attributes === undefined) throw new Error(`no schema belongs to the generated module ${file}`);
  return Object.keys(attributes).filter((attribute) => attributes[attribute]?.nested_type !== undefined);
}

/**
 * Modules of resources are named without the provider, those of data sources and ephemeral resources with it.
 * @param {string} noun
 * @param {string} name
 * @param {ProviderSchema} schema
 * @returns {{ block: Block } | undefined}
 */
function schemaOf(noun, name, schema) {
  if (noun === "provider") return schema.provider;
  return (
    schema.resource_schemas?.[`${name}_${noun}`] ??
    schema.data_source_schemas?.[noun.replace(/^data_/, "")] ??
    schema.ephemeral_resource_schemas?.[noun.replace(/^ephemeral_/, "")]
  );
}

/**
 * Flat names for users: `ChannelCtwaTracking`, not `channelCtwaTracking.ChannelCtwaTracking`.
 * @param {string} framework
 * @param {readonly (readonly [string, string])[]} modules
 */
function indexFile(framework, modules) {
  const lines = modules.map(([file]) => `export * from "./${path.posix.dirname(file)}";`);
  return [
    `// Typed bindings of the provider for ${framework}: one class per resource and data source, and the provider's own.`,
    '// Must never know: anything of ours. Generated by "npm run generate".',
    "// Read next: the module named after the resource.",
    ...lines.sort(),
    "",
  ].join("\n");
}
