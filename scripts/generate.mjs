// Writes what is made from other sources: protobuf messages and registry pages.
// With --check nothing is written; stale files are listed, and the exit code is 1.
import { rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readTree, writeAtomically } from "./files.mjs";
import { generateProtobuf, protobufFolders } from "./generate/protobuf.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const steps = [{ generate: generateProtobuf, folders: protobufFolders }];

const differences = (await Promise.all(steps.map(compare))).flat();
if (process.argv.includes("--check")) report();
else await write();

/** What a step makes against what is there: `text` is undefined for a file that should not exist. */
async function compare({ generate, folders }) {
  const wanted = await generate(root);
  const present = new Map();
  for (const folder of folders) {
    for (const [file, text] of await readTree(path.join(root, folder)))
      present.set(`${folder}/${file}`, text);
  }
  const names = new Set([...wanted.keys(), ...present.keys()]);
  return [...names]
    .filter((n) => wanted.get(n) !== present.get(n))
    .map((file) => ({ file, text: wanted.get(file) }));
}

function report() {
  if (differences.length === 0) return console.log("Generated files are up to date.");
  console.error("Stale generated files; `npm run generate` makes them anew:");
  for (const { file } of differences) console.error(`  ${file}`);
  process.exitCode = 1;
}

async function write() {
  for (const { file, text } of differences) {
    const target = path.join(root, file);
    if (text === undefined) await rm(target);
    else await writeAtomically(target, text);
    console.log(`${text === undefined ? "removed" : "wrote"} ${file}`);
  }
  if (differences.length === 0) console.log("Generated files were up to date.");
}
