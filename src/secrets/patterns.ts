/**
 * Patterns that find a text in any secret form in which an API, or a server in front of it, may repeat it. Escapes of
 * JSON, of programming languages and of HTML and percent-encoding are found in any mix and at any depth, and so is the
 * text inside base64, also as JSON or in Latin-1, and in hexadecimal.
 */
export interface SecretPatterns {
  /** Finds the text as it is and where its bytes are shown. Quick to build. */
  readonly plain: readonly RegExp[];
  /** Finds the text with escapes. Slow to build, and of use only in a text that {@link mayHoldEscapes}. */
  readonly escaped: readonly RegExp[];
}

/** Makes the patterns of a secret, each when it is first used. */
export function secretPatterns(secret: string): SecretPatterns {
  const pieces = piecesOf(secret);
  let escaped: readonly RegExp[] | undefined;
  return {
    plain: pieces.map((piece) => new RegExp([literal(piece), ...inBytes(piece)].join("|"), "g")),
    get escaped() {
      escaped ??= pieces.map((piece) => new RegExp(anyForm(piece), "g"));
      return escaped;
    },
  };
}

/** Whether a text has a character with which an escape begins, or doubled quotes. */
export function mayHoldEscapes(text: string): boolean {
  return /[\\%&+]|''|""/.test(text);
}

const LONGEST_PIECE = 200;
const SHORTEST_PIECE = 4;

/** Cuts a long secret: one expression for a long token would exceed the limits of the regular-expression engine. */
function piecesOf(text: string): string[] {
  const signs = [...text];
  const pieces: string[] = [];
  for (let at = 0; at < signs.length; at += LONGEST_PIECE) {
    const from = Math.max(0, Math.min(at, signs.length - SHORTEST_PIECE));
    pieces.push(signs.slice(from, at + LONGEST_PIECE).join(""));
  }
  return pieces;
}

function anyForm(text: string): string {
  // Runs of backslashes and of quotes are counted; every other character stands alone.
  const runs = text.match(/\\+|'+|"+|[^\\'"]/gsu) ?? [];
  // A run of escapes is matched from its beginning only, so that a text full of escapes takes no longer than another.
  return `(?<!\\\\)${runs.map(formsOfRun).join("")}`;
}

function formsOfRun(run: string): string {
  if (run.startsWith("\\")) return `${BACKSLASH}{${run.length},}`;
  if (!isQuote(run)) return formsOfSign(run);
  // YAML, SQL, CSV and shells double quotes, with or without escapes.
  return `${formsOfSign(run.charAt(0))}{${run.length},${3 * run.length}}?`;
}

function isQuote(run: string): boolean {
  return run.startsWith("'") || run.startsWith('"');
}

// A backslash, itself possibly percent-encoded.
const ESCAPE = "(?:\\\\|%(?:25)*5[cC])";
const AFTER_ESCAPE = "(?<=\\\\|5[cC])";
/** One backslash of a run. Each alternative begins with another character, so a run matches in one way only. */
const BACKSLASH = `(?:${ESCAPE}|${AFTER_ESCAPE}(?:x5[cC]|u005[cC]|u\\{0*5[cC]\\}|134)|&(?:amp;)*#(?:0*92|[xX]0*5[cC]);)`;

/** A regular expression for all forms of one character, except a backslash. */
function formsOfSign(sign: string): string {
  const forms = [
    literal(sign),
    bytesOf(sign)
      .map((byte) => `%(?:25)*${hexOf(byte, 2)}`)
      .join(""),
    ...(sign === " " ? ["\\+"] : []),
    htmlForms(sign),
    `${AFTER_ESCAPE}(?:${afterBackslash(sign).join("|")})`,
  ];
  return `(?:${ESCAPE}*(?:${forms.join("|")}))`;
}

/** The forms of a character that begin with a backslash, without it, as in JSON, Python, C or JavaScript. */
function afterBackslash(sign: string): string[] {
  const code = sign.codePointAt(0) ?? 0;
  const units = [...unitsOf(sign)].map((unit) => `u${hexOf(unit, 4)}`);
  const bytes = bytesOf(sign);
  // Languages that show bytes show each byte of the UTF-8 form.
  const shown = code < 0x80 ? [] : [bytes.map((byte) => `x${hexOf(byte, 2)}`), bytes.map(octalOf)];
  return [
    ...(sign in NAMED_ESCAPES ? [NAMED_ESCAPES[sign] ?? ""] : []),
    ...(code > 0xff ? [] : [`x${hexOf(code, 2)}`, octalOf(code)]),
    ...[units, ...shown].map((parts) => parts.join(`${ESCAPE}+`)),
    `u\\{0*${hexOf(code, 1)}\\}`,
    `U${hexOf(code, 8)}`,
  ];
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
  return `&(?:amp;)*(?:${named}#0*${code}|#[xX]0*${hexOf(code, 1)});`;
}

function* unitsOf(sign: string): Generator<number> {
  for (let at = 0; at < sign.length; at += 1) yield sign.charCodeAt(at);
}

function bytesOf(text: string): readonly number[] {
  return [...Buffer.from(text)];
}

/** A number in hexadecimal, in small or capital letters. */
function hexOf(code: number, digits: number): string {
  return code
    .toString(16)
    .padStart(digits, "0")
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function octalOf(code: number): string {
  return code.toString(8).padStart(3, "0");
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** The forms of a text that show its bytes: base64, and hexadecimal. */
function inBytes(text: string): string[] {
  const json = Buffer.from(JSON.stringify(text).slice(1, -1));
  const plain = Buffer.from(text);
  const latin = Buffer.from(text, "latin1");
  const bytes = [
    plain,
    ...(json.equals(plain) ? [] : [json]),
    ...(latin.equals(plain) || latin.toString("latin1") !== text ? [] : [latin]),
  ];
  return [...bytes.flatMap(inBase64), ...inHex(plain)];
}

// Fewer characters may match by chance.
const SHORTEST_IN_BYTES = 8;

/**
 * The base64 forms of bytes inside a longer text, such as "user:password". The bytes may start at any of three offsets
 * in a group of three. Each form has only the characters that depend on these bytes alone.
 */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    if (before === 0 && whole.length < SHORTEST_IN_BYTES) return [`\\b${base64Forms(whole)}\\b`];
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + bytes.length) * 8) / 6);
    const signs = whole.slice(from, to);
    return signs.length < SHORTEST_IN_BYTES ? [] : [base64Forms(signs)];
  });
}

function base64Forms(signs: string): string {
  return signs
    .replaceAll("/", `(?:${ESCAPE}*@|_|%(?:25)*2[fF])`)
    .replaceAll("+", "(?:\\+|-|%(?:25)*2[bB])")
    .replaceAll("@", "\\/");
}

function inHex(bytes: Buffer): string[] {
  const digits = [...bytes].map((byte) => hexOf(byte, 2)).join("");
  return bytes.length * 2 < SHORTEST_IN_BYTES ? [] : [digits];
}
