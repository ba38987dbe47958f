#!/usr/bin/env node
// tf-provider-framework new FOLDER: makes a project for a provider from the template beside this program.
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const USAGE = `Usage: tf-provider-framework new FOLDER [--name NAME] [--namespace NAMESPACE]

Makes a project for a Terraform provider in FOLDER.

  --name NAME            name of the provider; default: the folder's, without terraform-provider-
  --namespace NAMESPACE  first part of its source address; default: example`;

const WRONG_ARGUMENT = 2;
const packageFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** Names that npm would read as its own if the package held them as they are. */
const RENAMED = { "_package.json": "package.json", _gitignore: ".gitignore" };

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const read = readArguments(args);
  if (typeof read === "string") {
    console.error(`${read}\n\n${USAGE}`);
    return WRONG_ARGUMENT;
  }
  if (read.help) {
    console.log(USAGE);
    return 0;
  }
  await makeProject(read);
  console.log(`Made ${read.folder}. Next:

  cd ${path.relative(process.cwd(), read.folder) || "."}
  npm install
  npm test         builds the provider and runs terraform with it
  npm run dev      prints the settings that make terraform use this build`);
  return 0;
}

/**
 * @param {string[]} args
 * @returns {{ help: boolean, folder: string, name: string, namespace: string } | string} a string says what is wrong
 */
function readArguments(args) {
  const text = /** @type {const} */ ({ type: "string" });
  const options = { name: text, namespace: text, help: /** @type {const} */ ({ type: "boolean" }) };
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [command, place, ...others] = positionals;
  if (values.help) return { help: true, folder: "", name: "", namespace: "" };
  if (command !== "new")
    return command === undefined ? "A command is missing." : `There is no command "${command}".`;
  if (place === undefined) return "The folder is missing.";
  if (others.length > 0) return `There is one folder too many: ${others.join(" ")}.`;
  const folder = path.resolve(place);
  const name = values.name ?? path.basename(folder).replace(/^terraform-provider-/, "");
  const namespace = values.namespace ?? "example";
  if (!/^[a-z][a-z0-9]*$/.test(name))
    return `"${name}" is not a name of lower-case letters and digits: use --name.`;
  if (!/^[a-z0-9-]+$/.test(namespace))
    return `"${namespace}" is not a namespace of lower-case letters, digits and "-".`;
  return { help: false, folder, name, namespace };
}

/** @param {{ folder: string, name: string, namespace: string }} project */
async function makeProject({ folder, name, namespace }) {
  if (existsSync(folder) && (await readdir(folder)).length > 0) throw new Error(`${folder} is not empty.`);
  await mkdir(folder, { recursive: true });
  await cp(path.join(packageFolder, "template"), folder, { recursive: true });
  const { version } = JSON.parse(await readFile(path.join(packageFolder, "package.json"), "utf8"));
  const words = {
    NAME: name,
    NAMESPACE: namespace,
    FRAMEWORK: process.env["TF_PROVIDER_FRAMEWORK"] ?? `^${version}`,
  };
  for (const file of await filesBelow(folder)) {
    const text = await readFile(file, "utf8");
    await writeFile(
      file,
      text.replace(
        /__(NAME|NAMESPACE|FRAMEWORK)__/g,
        (_, word) => words[/** @type {keyof typeof words} */ (word)],
      ),
    );
  }
  for (const [from, to] of Object.entries(RENAMED))
    await rename(path.join(folder, from), path.join(folder, to));
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
