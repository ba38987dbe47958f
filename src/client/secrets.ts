/** Takes what must never be shown out of texts that are. */
export interface Secrets {
  /** Remembers a secret, in all the forms in which an API may repeat it. */
  add(secret: string): void;
  /** The text with every known secret replaced. */
  redact(text: string): string;
}

// Shorter ones occur by chance in every text; taking them out would only make it unreadable.
const SHORTEST = 4;

const MARK = "(redacted)";

/** An empty set of secrets; `onSecret` is told each one that is added. */
export function createSecrets(onSecret?: (secret: string) => void): Secrets {
  const known = new Set<string>();
  let longestFirst: readonly RegExp[] = [];
  return {
    add(secret) {
      if (secret.length < SHORTEST || known.has(secret)) return;
      known.add(secret);
      // A secret may hold another one.
      longestFirst = [...known].sort((a, b) => b.length - a.length).flatMap(secretPatterns);
      onSecret?.(secret);
    },
    redact(text) {
      const redacted = longestFirst.reduce((rest, pattern) => rest.replace(pattern, MARK), text);
      // A long secret is found piece by piece.
      return redacted.replace(/(?:\(redacted\))+/g, MARK);
    },
  };
}

/**
 * Finds a text in any of the forms in which an API, or a server before it, may repeat it: escaped as in JSON, as in
 * the source of other languages, in HTML or percent-encoded, each as often as they nest and mixed at will; and inside
 * whatever is encoded in base64.
 */
export function secretPatterns(text: string): RegExp[] {
  const signs = [...text];
  const pieces: string[] = [];
  // One expression for a long token would be too large for the engine.
  for (let at = 0; at < signs.length; at += LONGEST_PIECE) {
    const from = Math.max(0, Math.min(at, signs.length - SHORTEST));
    pieces.push(signs.slice(from, at + LONGEST_PIECE).join(""));
  }
  return pieces.map((piece) => new RegExp([anyForm(piece), ...inBase64(piece)].join("|"), "g"));
}

const LONGEST_PIECE = 200;

function anyForm(text: string): string {
  // A run of escapes is tried from its beginning only, so that a text full of them costs no more than another.
  return [...text].map((sign, index) => formsOfSign(sign, index === 0 ? "(?<!\\\\)" : "")).join("");
}

// A backslash, which may itself be percent-encoded.
const ESCAPE = "(?:\\\\|%(?:25)*5[cC])";
const ESCAPES = `${ESCAPE}*`;

/** The forms of one character, as a regular expression. */
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

// As JSON and most languages write them.
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

// Fewer signs of base64 may occur by chance.
const SHORTEST_BASE64 = 8;

/**
 * What base64 makes of the text wherever it stands in what is encoded, such as "user:password": of the three places
 * in a group of three bytes, the signs that depend on the text alone.
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
