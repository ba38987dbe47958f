/** A JSON object whose members are not known. */
export type JsonObject = Readonly<Record<string, unknown>>;

// A text of JSON, or a whole number that may be too long for a double.
const TEXT_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * Parses JSON; whole numbers beyond 2^53 become texts with their digits, since a double would round them.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  // Most bodies hold no such number, and need no second look.
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(TEXT_OR_LONG_NUMBER, quoteIfLong));
}

function quoteIfLong(token: string, at: number, whole: string): string {
  // The digits behind a point belong to a fraction.
  if (token.startsWith('"') || Number.isSafeInteger(Number(token)) || whole[at - 1] === ".") return token;
  return `"${token}"`;
}

/** Whether a value is a JSON object: neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member if it is an object, else an empty one. */
export function objectIn(value: JsonObject, name: string): JsonObject {
  const member = ownMember(value, name);
  return isJsonObject(member) ? member : {};
}

/** The member as text: strings that are not empty, and whole numbers, which some APIs use for ids; else null. */
export function textIn(value: JsonObject, name: string): string | null {
  const member = ownMember(value, name);
  if (typeof member === "string") return member === "" ? null : member;
  return Number.isSafeInteger(member) ? String(member) : null;
}

/** The member as a count, of which text may hold one too; else null. */
export function countIn(value: JsonObject, name: string): number | null {
  const member = ownMember(value, name);
  const count = typeof member === "string" && /^\d+$/.test(member) ? Number(member) : member;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** A member that is the object's own: "constructor" and its like are ordinary names in JSON. */
export function ownMember(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/**
 * Texts of the elements of a list inside valid JSON, as they were sent: parsing and writing again
 * would round long numbers and lose the form.
 * @param name member of the outermost object that is the list, or null when the list is the whole text
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

/** Where the member's value begins, or -1; of a repeated member the last, as in JSON.parse. */
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
