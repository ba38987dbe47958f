// Writes what is made from other sources: protobuf messages, then the registry pages and bindings of the provider
// that uses them, the reference of the framework, and the tables of the guide to the simulator.
// With --check nothing is written; stale files are listed, and the exit code is 1.
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bindingFolders, generateBindings } from "./generate/bindings.mjs";
import { generateFrameworkReference } from "./generate/framework-reference.mjs";
import { generateProtobuf, protobufFolders } from "./generate/protobuf.mjs";
import { generateRegistryPages, registryFolders } from "./generate/registry-pages.mjs";
import { generateSimulatorGuide } from "./generate/simulator-guide.mjs";
import { refuseUnknownArguments } from "./tools/arguments.mjs";
import { messageOf } from "./tools/errors.mjs";
import { readTree, writeAtomically } from "./tools/files.mjs";

refuseUnknownArguments("--check");

/**
 * @typedef {{ name: string, generate: (root: string) => Promise<Map<string, string>>, folders: string[] }} Step
 * @typedef {{ file: string, text: string | undefined, before: string | undefined }} Difference
 */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** @type {Step[]} */
const steps = [
  { name: "protobuf messages", generate: generateProtobuf, folders: protobufFolders },
  { name: "registry pages", generate: generateRegistryPages, folders: registryFolders },
  { name: "framework reference", generate: generateFrameworkReference, folders: [] },
  { name: "simulator guide", generate: generateSimulatorGuide, folders: [] },
  { name: "bindings", generate: generateBindings, folders: bindingFolders },
];
const handle = process.argv.includes("--check") ? report : write;

for (const step of steps) {
  try {
    await handle(step.name, await differences(step));
  } catch (error) {
    console.error(`${step.name}: ${messageOf(error)}`);
    process.exitCode = 1;
  }
}

/**
 * What a step makes against what is there: `text` is undefined for a file that should not exist.
 * @param {Step} step
 * @returns {Promise<Difference[]>}
 */
async function differences({ generate, folders }) {
  const wanted = await generate(root);
  const owned = await Promise.all(folders.map(filesIn));
  const files = [...new Set([...wanted.keys(), ...owned.flat()])];
  const present = await Promise.all(
    files.map((file) => readFile(path.join(root, file), "utf8").catch(() => undefined)),
  );
  return files
    .map((file, index) => ({ file, text: wanted.get(file), before: present[index] }))
    .filter(({ text, before }) => text !== before);
}

/** @param {string} folder */
async function filesIn(folder) {
  const tree = await readTree(path.join(root, folder));
  return [...tree.keys()].map((file) => `${folder}/${file}`);
}

/**
 * @param {string} name
 * @param {readonly Difference[]} stale
 */
function report(name, stale) {
  if (stale.length === 0) return console.log(`${name}: up to date`);
  console.error(`${name}: stale; "npm run generate" makes them anew`);
  for (const { file } of stale) console.error(`  ${file}`);
  process.exitCode = 1;
}

/**
 * @param {string} name
 * @param {readonly Difference[]} stale
 */
async function write(name, stale) {
  for (const { file, text } of stale) {
    if (text === undefined) await rm(path.join(root, file));
    else await writeAtomically(path.join(root, file), text);
    console.log(`${name}: ${text === undefined ? "removed" : "wrote"} ${file}`);
  }
  if (stale.length === 0) console.log(`${name}: up to date`);
}
