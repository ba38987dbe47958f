// Fills the tables of docs/guides/simulator.md from the simulator's own tables. The rest of the page is hand-written.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

const PAGE = "docs/guides/simulator.md";

const TABLES = `
  import { quirks } from "./src/simulator/world/quirks";
  import { startOptions } from "./src/simulator/options";
  import { basePaths, routes } from "./src/simulator/routing/routes";
  import { faultMembers } from "./src/simulator/faults/fault";
  export const tables = { options: { ...startOptions, ...quirks }, routes, basePaths, faultMembers };
`;

/**
 * @param {string} root
 * @returns {Promise<Map<string, string>>} the page, by its path below the root
 */
export async function generateSimulatorGuide(root) {
  const [page, tables] = await Promise.all([readFile(path.join(root, PAGE), "utf8"), loadTables(root)]);
  const parts = {
    options: optionTable(tables.options),
    routes: routeTable(tables.routes, tables.basePaths),
    "fault members": memberTable(tables.faultMembers),
  };
  const text = Object.entries(parts).reduce((whole, [name, part]) => filled(whole, name, part), page);
  return new Map([[PAGE, text]]);
}

/** @param {string} root */
async function loadTables(root) {
  const { outputFiles } = await build({
    stdin: { contents: TABLES, resolveDir: root, loader: "ts" },
    ...{ bundle: true, platform: "node", format: "cjs", write: false },
  });
  const module = { exports: /** @type {any} */ ({}) };
  new Function("module", "exports", "require", outputFiles[0]?.text ?? "")(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports.tables;
}

/**
 * The page with a new text between the two comments of a name.
 * @param {string} page
 * @param {string} name
 * @param {string} text
 */
function filled(page, name, text) {
  const [begin, end] = [`<!-- ${name}: generated -->\n`, `<!-- end of ${name} -->\n`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for ${name}.`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}

/** @param {Record<string, { argument: string, kind: any, value: unknown, help: string }>} options */
function optionTable(options) {
  const rows = Object.entries(options).map(([name, { argument, kind, value, help }]) => {
    const synopsis = `--${argument} ${kind.placeholder}`.trimEnd();
    return `| \`${synopsis}\` | \`${name}\` | ${help}${valuesOf(kind, value)} |`;
  });
  return ["| argument | option | what it does |", "|---|---|---|", ...rows, ""].join("\n");
}

/**
 * @param {Record<string, { api: string, method: string, path: string, does: string }>} routes
 * @param {Record<string, string>} basePaths
 */
function routeTable(routes, basePaths) {
  const rows = Object.entries(routes).map(([name, { api, method, path: below, does }]) => {
    const place = `${basePaths[api]}${below.replace(/:(\w+)/g, "{$1}")}`;
    return `| \`${name}\` | \`${method} ${place}\` | ${does} |`;
  });
  return ["| route | request | what it does |", "|---|---|---|", ...rows, ""].join("\n");
}

/** @param {Record<string, { part: string, what: string, does: string }>} members */
function memberTable(members) {
  const rows = Object.entries(members).map(([name, { what, does }]) => `| \`${name}\` | ${what} | ${does} |`);
  return ["| member | takes | what it does |", "|---|---|---|", ...rows, ""].join("\n");
}

/**
 * @param {any} kind
 * @param {unknown} value
 */
function valuesOf({ input, choices, what }, value) {
  if (input === "flag" || input === "body" || input === "text" || input === "rate") return "";
  const values =
    choices === undefined ? what : choices.map((/** @type {unknown} */ one) => `\`${one}\``).join(", ");
  return ` Takes ${values}; default ${value === null ? "none" : `\`${value}\``}.`;
}
