// Makes docs/framework/reference.md: what the framework's entry points export, with the doc comments of the sources.
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parse } from "@swc/core";

const PAGE = "docs/framework/reference.md";
const ENTRIES = /** @type {const} */ ([
  ["tf-provider-framework", "src/framework/index.ts"],
  ["tf-provider-framework/testing", "src/framework/testing/index.ts"],
]);

/**
 * @typedef {{ name: string, comment: string, code: string }} Entry
 * @typedef {{ start: number, end: number }} Span
 */

/**
 * @param {string} root
 * @returns {Promise<Map<string, string>>} the page, by its path below the root
 */
export async function generateFrameworkReference(root) {
  const sections = [];
  for (const [name, file] of ENTRIES) sections.push(`## ${name}`, ...(await section(path.join(root, file))));
  const head = "# Reference\n\nMade from the doc comments of the sources. Bodies of functions are left out.";
  return new Map([[PAGE, `${[head, ...sections].join("\n\n")}\n`]]);
}

/** @param {string} file */
async function section(file) {
  const { exports, declared } = await read(file);
  const names = [...exports.keys(), ...declared.keys()].sort((a, b) =>
    a.toLowerCase().localeCompare(b.toLowerCase(), "en"),
  );
  const texts = [];
  for (const name of names) {
    const { comment, code } = await find(file, name);
    texts.push(
      [`### ${name}`, comment, `\`\`\`typescript\n${code}\n\`\`\``]
        .filter((part) => part !== "")
        .join("\n\n"),
    );
  }
  return texts;
}

/**
 * Follows re-exports to the declaration of a name.
 * @param {string} file
 * @param {string} name
 * @returns {Promise<Entry>}
 */
async function find(file, name) {
  const { exports, declared } = await read(file);
  const entry = declared.get(name);
  if (entry !== undefined) return entry;
  const source = exports.get(name);
  if (source === undefined) throw new Error(`${file} exports no ${name}`);
  return find(await resolve(file, source), name);
}

/**
 * @param {string} from
 * @param {string} source
 */
async function resolve(from, source) {
  const place = path.join(path.dirname(from), source);
  const isFolder = await stat(place)
    .then((found) => found.isDirectory())
    .catch(() => false);
  return isFolder ? path.join(place, "index.ts") : `${place}.ts`;
}

/** @type {Map<string, Promise<{ exports: Map<string, string>, declared: Map<string, Entry> }>>} */
const files = new Map();

/** @param {string} file */
function read(file) {
  const known = files.get(file) ?? readExports(file);
  files.set(file, known);
  return known;
}

// The parser counts bytes, from a number that grows with each file: this statement shows where the file begins.
const MARK = "0;";

/** @param {string} file */
async function readExports(file) {
  const bytes = Buffer.from(MARK + (await readFile(file, "utf8")));
  const { body } = await parse(bytes.toString(), { syntax: "typescript" });
  const [mark, ...statements] = /** @type {any[]} */ (body);
  const base = mark.span.start;
  /** @param {Span} span */
  const text = ({ start, end }) => bytes.subarray(start - base, end - base).toString();
  /** @type {Map<string, string>} */
  const exports = new Map();
  /** @type {Map<string, Entry>} */
  const declared = new Map();
  for (const { type, span, source, specifiers, declaration } of statements) {
    if (type === "ExportNamedDeclaration" && source)
      for (const { orig, exported } of specifiers) exports.set((exported ?? orig).value, source.value);
    if (type !== "ExportDeclaration") continue;
    const comment = commentBefore(bytes.subarray(0, span.start - base).toString());
    const code = without(text, span, hiddenParts(declaration));
    for (const name of namesOf(declaration)) declared.set(name, { name, comment, code });
  }
  return { exports, declared };
}

/** @param {any} declaration */
function namesOf({ identifier, id, declarations }) {
  if (declarations) return declarations.map((/** @type {any} */ one) => one.id.value);
  return [(identifier ?? id).value];
}

/**
 * The parts of a declaration that a reader does not need: bodies of functions and methods, and private members.
 * @param {any} declaration
 * @returns {Span[]}
 */
function hiddenParts({ type, body, returnType }) {
  // A function without a written result is shown whole: it returns another function.
  if (type === "FunctionDeclaration") return returnType ? [body.span] : [];
  if (type !== "ClassDeclaration") return [];
  return body.flatMap((/** @type {any} */ member) => {
    if (member.type.startsWith("Private")) return [member.span];
    const inner = member.body ?? member.function?.body;
    return inner ? [inner.span] : [];
  });
}

/**
 * @param {(span: Span) => string} text
 * @param {Span} span
 * @param {readonly Span[]} hidden
 */
function without(text, { start, end }, hidden) {
  const ends = [...hidden.map((one) => one.start), end];
  const kept = ends.map((to, index) =>
    text({ start: index === 0 ? start : (hidden[index - 1]?.end ?? to), end: to }),
  );
  return kept
    .join("\0")
    .replace(/ ?\0/g, ";")
    .replace(/^[ ]*;+\n/gm, "")
    .replace(/^ *\/\*\*[^\n]*\*\/\n(?=\n)/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\n\n\}$/, "\n}")
    .replace(/\{\n\n/g, "{\n")
    .replace(/^export (?:declare )?/, "");
}

/**
 * The doc comment that ends right before a declaration, as Markdown.
 * @param {string} before
 */
function commentBefore(before) {
  const [, comment = ""] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(before) ?? [];
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\*? ?/, "").trimEnd());
  return lines
    .join("\n")
    .trim()
    .replace(/\{@link (\w+)\}/g, "`$1`")
    .replace(/^@(\w+)( \w+)? ?/gm, (_whole, tag, name = "") => `- ${tag}${name}: `);
}
