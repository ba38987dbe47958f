/** Removes secrets from texts that are shown. */
export interface Secrets {
  /** Remembers a secret, to be found in all forms in which an API may repeat it. */
  add(secret: string): void;
  /** Returns the text with every known secret replaced. */
  redact(text: string): string;
}

// Shorter secrets match by chance in any text, and redacting them would make it unreadable.
const SHORTEST = 4;

const MARK = "(redacted)";

/** Makes an empty set of secrets. `onSecret` is called with each secret added. */
export function createSecrets(onSecret?: (secret: string) => void): Secrets {
  const known = new Set<string>();
  let longestFirst: readonly RegExp[] = [];
  return {
    add(secret) {
      if (secret.length < SHORTEST || known.has(secret)) return;
      known.add(secret);
      // Longest first, since one secret may contain another.
      longestFirst = [...known].sort((a, b) => b.length - a.length).flatMap(secretPatterns);
      onSecret?.(secret);
    },
    redact(text) {
      const redacted = longestFirst.reduce((rest, pattern) => rest.replace(pattern, MARK), text);
      // A long secret is matched piece by piece, so adjacent marks are merged.
      return redacted.replace(/(?:\(redacted\))+/g, MARK);
    },
  };
}

/**
 * Patterns that find a text in any secret form in which an API, or a server in front of it, may repeat it. Escapes of
 * JSON, of programming languages and of HTML and percent-encoding are found in any mix and at any depth, and so is the
 * text inside base64.
 */
export function secretPatterns(text: string): RegExp[] {
  const signs = [...text];
  const pieces: string[] = [];
  // One expression for a long token would exceed the limits of the regular-expression engine.
  for (let at = 0; at < signs.length; at += LONGEST_PIECE) {
    const from = Math.max(0, Math.min(at, signs.length - SHORTEST));
    pieces.push(signs.slice(from, at + LONGEST_PIECE).join(""));
  }
  return pieces.map((piece) => new RegExp([anyForm(piece), ...inBase64(piece)].join("|"), "g"));
}

const LONGEST_PIECE = 200;

function anyForm(text: string): string {
  // A run of escapes is matched from its beginning only, so that a text full of escapes takes no longer than another.
  return [...text].map((sign, index) => formsOfSign(sign, index === 0 ? "(?<!\\\\)" : "")).join("");
}

// A backslash, itself possibly percent-encoded.
const ESCAPE = "(?:\\\\|%(?:25)*5[cC])";
const ESCAPES = `${ESCAPE}*`;

/** A regular expression for all forms of one character. */
function formsOfSign(sign: string, start: string): string {
  const named = NAMED_ESCAPES[sign];
  const plain = [
    escaped(sign),
    [...Buffer.from(sign)].map((byte) => `%(?:25)*${anyCase(hex(byte, 2))}`).join(""),
    ...(sign === " " ? ["\\+"] : []),
    htmlForms(sign),
  ];
  const forms = [
    sign === "\\" ? `${start}${ESCAPE}+` : `${start}${ESCAPES}(?:${plain.join("|")})`,
    ...(named === undefined ? [] : [`${start}${ESCAPE}+${named}`]),
    `${start}${ESCAPE}+x${anyCase(hex(sign.codePointAt(0) ?? 0, 2))}`,
    [...unitsOf(sign)].map((unit) => `${start}${ESCAPE}+u${anyCase(hex(unit, 4))}`).join(""),
    ...(sign === "\\" ? [htmlForms(sign)] : []),
  ];
  return `(?:${forms.join("|")})`;
}

// Escapes as written in JSON and most languages.
const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  "\b": "b",
  "\f": "f",
  "\n": "n",
  "\r": "r",
  "\t": "t",
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
};

function htmlForms(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const name = ENTITIES[sign];
  const named = name === undefined ? "" : `${name}|`;
  return `&(?:amp;)*(?:${named}#0*${code}|#[xX]0*${anyCase(code.toString(16))});`;
}

function* unitsOf(sign: string): Generator<number> {
  for (let at = 0; at < sign.length; at += 1) yield sign.charCodeAt(at);
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}

function anyCase(digits: string): string {
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

// Fewer base64 characters may match by chance.
const SHORTEST_BASE64 = 8;

/**
 * The base64 forms of a text inside a longer one, such as "user:password". The text may start at any of three offsets
 * in a group of three bytes. Each form has only the characters that depend on the text alone.
 */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + bytes.length) * 8) / 6);
    const signs = whole.slice(from, to);
    if (signs.length < SHORTEST_BASE64) return [];
    return [[...signs].map(base64Forms).join("")];
  });
}

function base64Forms(sign: string): string {
  if (sign === "+") return "(?:\\+|-|%(?:25)*2[bB])";
  if (sign === "/") return `(?:${ESCAPES}\\/|_|%(?:25)*2[fF])`;
  return sign;
}
