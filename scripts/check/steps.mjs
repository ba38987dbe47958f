// What `npm run check` looks at. Each step is a command that says nothing worth reading when all is well.
import { existsSync } from "node:fs";
import path from "node:path";
import { npm } from "../tools/npm.mjs";

/** @typedef {import("./run-steps.mjs").Step} Step */

/**
 * @param {string} root
 * @returns {Step[]} longest first, so that they end together
 */
export function checkSteps(root) {
  /** @type {(name: string, script: string, ...args: string[]) => Step} */
  const node = (name, script, ...args) => ({
    name,
    command: process.execPath,
    args: [path.join(root, script), ...args],
  });
  /** @type {(name: string, program: string) => Step} */
  const types = (name, program) => node(name, "node_modules/typescript/bin/tsc", "--noEmit", "-p", program);
  const hasLibrary = existsSync(path.join(root, "lib/tsconfig.json"));
  return [
    types("types", "."),
    types("types of the scripts", "scripts"),
    ...(hasLibrary
      ? [
          types("types of the library", "lib"),
          node("types of the library for CDK Terrain", "scripts/check/library.mjs", "cdktn"),
        ]
      : []),
    node("generated files", "scripts/generate.mjs", "--check"),
    node("parts and their imports", "node_modules/jest/bin/jest.js", "test/architecture", "test/tree"),
    node("format and lint", "node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off"),
    {
      name: "lock file",
      ...npm("ci", "--dry-run", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"),
    },
  ];
}
