// What `npm run check` looks at. Each step is a command that says nothing worth reading when all is well.
import { existsSync } from "node:fs";
import path from "node:path";

/** @returns {{ name: string, command: string, args: string[] }[]} longest first, so that they end together */
export function checkSteps(root) {
  const node = (name, script, ...args) => ({
    name,
    command: process.execPath,
    args: [path.join(root, script), ...args],
  });
  const types = (name, program) => node(name, "node_modules/typescript/bin/tsc", "--noEmit", "-p", program);
  const hasLibrary = existsSync(path.join(root, "lib/tsconfig.json"));
  return [
    types("types", "."),
    ...(hasLibrary
      ? [
          types("types of the library", "lib"),
          node("types of the library for CDK Terrain", "scripts/library/check.mjs", "cdktn"),
        ]
      : []),
    node("generated files", "scripts/generate.mjs", "--check"),
    node("parts and their imports", "node_modules/jest/bin/jest.js", "test/architecture", "test/tree"),
    node("format and lint", "node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off"),
    npm("lock file", "ci", "--dry-run", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"),
  ];
}

/** The npm that runs this script; without one, the one on PATH. */
function npm(name, ...args) {
  const own = process.env.npm_execpath ?? "";
  if (/npm-cli\.c?js$/.test(own)) return { name, command: process.execPath, args: [own, ...args] };
  return { name, command: process.platform === "win32" ? "npm.cmd" : "npm", args };
}
