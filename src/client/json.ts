/** A JSON object with unknown members. */
export type JsonObject = Readonly<Record<string, unknown>>;

// A JSON string, or a whole number that may exceed the precision of a double.
const TEXT_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * Parses JSON. Whole numbers beyond 2^53 become strings of their digits, since a double would round them.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  // Most bodies hold no such number and need no reviver.
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(TEXT_OR_LONG_NUMBER, quoteIfLong));
}

function quoteIfLong(token: string, at: number, whole: string): string {
  // Digits after a decimal point belong to a fraction.
  if (token.startsWith('"') || Number.isSafeInteger(Number(token)) || whole[at - 1] === ".") return token;
  return `"${token}"`;
}

/** Whether a value is a JSON object, so neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member if it is an object, else an empty object. */
export function objectIn(value: JsonObject, name: string): JsonObject {
  const member = ownMember(value, name);
  return isJsonObject(member) ? member : {};
}

/** The member as text: a non-empty string, or a whole number, which some APIs use for ids; else null. */
export function textIn(value: JsonObject, name: string): string | null {
  const member = ownMember(value, name);
  if (typeof member === "string") return member === "" ? null : member;
  return Number.isSafeInteger(member) ? String(member) : null;
}

/** The member as a count, from a number or a string; else null. */
export function countIn(value: JsonObject, name: string): number | null {
  const member = ownMember(value, name);
  const count = typeof member === "string" && /^\s*\d+\s*$/.test(member) ? Number(member) : member;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** The object's own member of this name: "constructor" and its like are ordinary names in JSON. */
export function ownMember(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/**
 * JSON texts of the elements of an array as they were sent. Parsing and serialising would round long numbers and lose
 * the form.
 * @param name member of the outermost object that is the array, or null if the array is the whole text
 */
export function elementTexts(json: string, name: string | null): string[] {
  const at = name === null ? skipSpace(json, 0) : memberStart(json, name);
  return at < 0 || json[at] !== "[" ? [] : elements(json, at);
}

function elements(json: string, open: number): string[] {
  const texts: string[] = [];
  let at = skipSpace(json, open + 1);
  while (at < json.length && json[at] !== "]") {
    const end = valueEnd(json, at);
    texts.push(json.slice(at, end));
    at = skipSpace(json, end);
    if (json[at] === ",") at = skipSpace(json, at + 1);
  }
  return texts;
}

/** Position at which the member's value begins, or -1. The last one counts if a member repeats, as in JSON.parse. */
function memberStart(json: string, name: string): number {
  let found = -1;
  let at = skipSpace(json, 0);
  if (json[at] !== "{") return found;
  at = skipSpace(json, at + 1);
  while (at < json.length && json[at] !== "}") {
    const keyEnd = stringEnd(json, at);
    const value = skipSpace(json, skipSpace(json, keyEnd) + 1);
    if (JSON.parse(json.slice(at, keyEnd)) === name) found = value;
    at = skipSpace(json, valueEnd(json, value));
    if (json[at] === ",") at = skipSpace(json, at + 1);
  }
  return found;
}

function valueEnd(json: string, start: number): number {
  const first = json[start];
  if (first === '"') return stringEnd(json, start);
  if (first === "{" || first === "[") return bracketEnd(json, start);
  let at = start;
  while (at < json.length && !/[\s,\]}]/.test(json.charAt(at))) at += 1;
  return at;
}

function bracketEnd(json: string, start: number): number {
  let depth = 0;
  for (let at = start; at < json.length; ) {
    const char = json[at];
    if (char === '"') {
      at = stringEnd(json, at);
      continue;
    }
    if (char === "{" || char === "[") depth += 1;
    if (char === "}" || char === "]") depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return json.length;
}

function stringEnd(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

function skipSpace(json: string, start: number): number {
  let at = start;
  while (at < json.length && /\s/.test(json.charAt(at))) at += 1;
  return at;
}
