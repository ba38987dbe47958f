import { isStackOverflow } from "../stack-overflow";

/** A number in JSON, kept as its digits, because `JSON.parse` would round it. */
export class JsonNumber {
  constructor(readonly text: string) {}
}

/** What JSON can say, with exact numbers; objects are Maps, since any name is legal. */
export type ExactJson =
  | null
  | boolean
  | string
  | JsonNumber
  | readonly ExactJson[]
  | ReadonlyMap<string, ExactJson>;

const TOKEN = /\s*(?:([[\]{},:])|(")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/y;
const WORDS: Readonly<Record<string, null | boolean>> = { true: true, false: false, null: null };

/**
 * Reads JSON without losing digits.
 * @throws SyntaxError when the text is no JSON.
 */
export function parseExactJson(text: string): ExactJson {
  return tryParseWithoutNumbers(text) ?? parseTokens(text);
}

/** JSON without numbers goes through `JSON.parse`, which is much faster. Most states have no numbers. */
function tryParseWithoutNumbers(text: string): ExactJson | undefined {
  try {
    return tryToExact(JSON.parse(text));
  } catch {
    // The message of that error may repeat the text, which may be secret. Our own messages do not.
    return undefined;
  }
}

/** Undefined if the text holds a number. */
function tryToExact(plain: unknown): ExactJson | undefined {
  if (typeof plain === "number") return undefined;
  if (plain === null || typeof plain !== "object") return plain as null | boolean | string;
  if (Array.isArray(plain)) {
    const items = plain.map(tryToExact);
    return items.includes(undefined) ? undefined : (items as readonly ExactJson[]);
  }
  const entries = new Map<string, ExactJson>();
  for (const [name, item] of Object.entries(plain)) {
    const exact = tryToExact(item);
    if (exact === undefined) return undefined;
    entries.set(name, exact);
  }
  return entries;
}

function parseTokens(text: string): ExactJson {
  const tokens = new Tokens(text);
  try {
    const value = readValue(tokens, tokens.next());
    tokens.end();
    return value;
  } catch (error) {
    if (isStackOverflow(error)) throw new SyntaxError("the JSON is nested too deeply");
    throw error;
  }
}

type Token = { readonly mark: string } | { readonly value: null | boolean | string | JsonNumber };

class Tokens {
  #offset = 0;

  constructor(readonly text: string) {}

  next(): Token {
    TOKEN.lastIndex = this.#offset;
    const match = TOKEN.exec(this.text);
    if (match === null) throw new SyntaxError(`no JSON at character ${this.#offset}`);
    this.#offset = TOKEN.lastIndex;
    const [, mark, quote, number, word] = match;
    if (mark !== undefined) return { mark };
    if (quote !== undefined) return { value: this.#string(this.#offset - 1) };
    return { value: number === undefined ? (WORDS[word ?? ""] ?? null) : new JsonNumber(number) };
  }

  /** A loop, not a pattern: a pattern overflows the stack on strings of several megabytes. */
  #string(start: number): string {
    let end = this.text.indexOf('"', start + 1);
    while (end !== -1 && isEscaped(this.text, end)) end = this.text.indexOf('"', end + 1);
    if (end === -1) throw new SyntaxError(`the string at character ${start} has no end`);
    this.#offset = end + 1;
    try {
      return JSON.parse(this.text.slice(start, end + 1)) as string;
    } catch {
      // The parser's own message may repeat the text, which may be secret.
      throw new SyntaxError(`the string at character ${start} is malformed`);
    }
  }

  end(): void {
    if (this.text.slice(this.#offset).trim() !== "") throw new SyntaxError("the JSON goes on after its end");
  }
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === "\\") first -= 1;
  return (at - first) % 2 === 1;
}

function readValue(tokens: Tokens, token: Token): ExactJson {
  if ("value" in token) return token.value;
  if (token.mark === "[") return readArray(tokens);
  if (token.mark === "{") return readObject(tokens);
  throw new SyntaxError(`unexpected ${token.mark} in JSON`);
}

function readArray(tokens: Tokens): readonly ExactJson[] {
  const items: ExactJson[] = [];
  let token = tokens.next();
  if (isMark(token, "]")) return items;
  for (;;) {
    items.push(readValue(tokens, token));
    if (closes(tokens, "]")) return items;
    token = tokens.next();
  }
}

function readObject(tokens: Tokens): ReadonlyMap<string, ExactJson> {
  const entries = new Map<string, ExactJson>();
  let token = tokens.next();
  if (isMark(token, "}")) return entries;
  for (;;) {
    if (!("value" in token) || typeof token.value !== "string")
      throw new SyntaxError("a name was expected in JSON");
    if (!isMark(tokens.next(), ":")) throw new SyntaxError("a colon was expected in JSON");
    entries.set(token.value, readValue(tokens, tokens.next()));
    if (closes(tokens, "}")) return entries;
    token = tokens.next();
  }
}

function closes(tokens: Tokens, mark: string): boolean {
  const token = tokens.next();
  if (isMark(token, mark)) return true;
  if (isMark(token, ",")) return false;
  throw new SyntaxError(`a comma or ${mark} was expected in JSON`);
}

function isMark(token: Token, mark: string): boolean {
  return "mark" in token && token.mark === mark;
}
