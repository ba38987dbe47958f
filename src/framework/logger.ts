import { writeSync } from "node:fs";
import { formsOf } from "./secret-forms";

const LEVELS = ["trace", "debug", "info", "warn", "error"] as const;

/** How loud a line is, from "trace" to "error". */
export type LogLevel = (typeof LEVELS)[number];

/** What is said beside the message, by name. */
export type LogFields = Readonly<Record<string, unknown>>;

/** What is said beside the message. */
export interface LogOptions {
  readonly fields?: LogFields;
}

/** Values that a log must not show, by their text and by the names of fields. */
export interface HiddenValues {
  /** The text without them. */
  hide(text: string): string;
  /** Whether a field of this name holds one, whatever its value. */
  isSensitiveName(name: string): boolean;
}

/** A method for each level, e.g. `log.info("created", { fields: { id } })`. */
export type LogMethods = { readonly [L in LogLevel]: (message: string, options?: LogOptions) => void };

/** Writes lines that Terraform shows under TF_LOG. */
export interface Logger extends LogMethods {
  log(level: LogLevel, message: string, fields?: LogFields): void;
  /** False when a line of this level would be dropped: ask before building a costly one. */
  enabled(level: LogLevel): boolean;
  /** From now on no line shows this text, here and in every logger of the same root. */
  redact(secret: string): void;
  /** The text without those secrets, for what is shown elsewhere than in the log. */
  hide(text: string): string;
  /** A logger that adds these fields to each line. */
  with(fields: LogFields): Logger;
  /** A logger that hides these values too. */
  hiding(values: HiddenValues): Logger;
}

/** Where a logger's settings come from and its lines go. */
export interface LoggerOptions {
  readonly env: NodeJS.ProcessEnv;
  /** The provider's type name, "dialog360" for example. */
  readonly providerName: string;
  /** Takes one line with its line end. @default writes to stderr */
  readonly write?: (line: string) => void;
  /** @default the system's clock */
  readonly now?: () => Date;
}

/** Creates a logger in hclog's JSON form, as loud as the environment asks for; silent if it does not. */
export function createLogger(options: LoggerOptions): Logger {
  const { env, providerName, write = writeToStderr, now = () => new Date() } = options;
  const quietest = threshold(env, providerName);
  const secrets = new Set<string>();
  let pattern: RegExp | undefined;
  const hide = (text: string) => (pattern === undefined ? text : text.replace(pattern, REDACTED));
  const redact = (secret: string) => {
    for (const form of formsOf(secret)) if (form.length >= SHORTEST_SECRET) secrets.add(form);
    if (secrets.size > 0) pattern = anyOf(secrets);
  };

  const loggerWith = (common: LogFields, hidden: HiddenValues): Logger => {
    const all = { ...hidden, hide: (text: string) => hide(hidden.hide(text)) };
    const log: Logger["log"] = (level, message, fields) => {
      if (LEVELS.indexOf(level) < quietest) return;
      write(formatLine(level, all.hide(String(message)), now(), plainFields({ ...common, ...fields }, all)));
    };
    return {
      ...logMethods(log),
      log,
      enabled: (level) => LEVELS.indexOf(level) >= quietest,
      redact,
      hide,
      with: (fields) => loggerWith({ ...common, ...fields }, hidden),
      hiding: (values) => loggerWith(common, both(hidden, values)),
    };
  };
  return loggerWith({}, NOTHING_HIDDEN);
}

/** A method for each level, from the one that takes the level. */
export function logMethods(log: Logger["log"]): LogMethods {
  const methods = LEVELS.map((level) => [
    level,
    (message: string, options?: LogOptions) => log(level, message, options?.fields),
  ]);
  return Object.fromEntries(methods) as LogMethods;
}

const NOTHING_HIDDEN: HiddenValues = { hide: (text) => text, isSensitiveName: () => false };

function both(a: HiddenValues, b: HiddenValues): HiddenValues {
  return {
    hide: (text) => b.hide(a.hide(text)),
    isSensitiveName: (name) => a.isSensitiveName(name) || b.isSensitiveName(name),
  };
}

const STDERR = 2;
const REDACTED = "(redacted)";
const SENSITIVE = "(sensitive value)";
// Shorter secrets stand in every other word.
const SHORTEST_SECRET = 4;
const DEEPEST = 8;
// go-plugin reads 64 KiB at a time and shows a longer line raw: one string, and the whole line.
const LONGEST_TEXT = 8_000;
const LONGEST_LINE = 60_000;

function threshold(env: NodeJS.ProcessEnv, providerName: string): number {
  const suffix = providerName.toUpperCase().replace(/[^A-Z0-9]/g, "_");
  const wanted = env[`TF_LOG_PROVIDER_${suffix}`] || env["TF_LOG_PROVIDER"] || env["TF_LOG"] || "off";
  if (wanted.toLowerCase() === "off") return Number.POSITIVE_INFINITY;
  // Terraform takes every other word, "JSON" among them, for the loudest level.
  return Math.max(0, (LEVELS as readonly string[]).indexOf(wanted.toLowerCase()));
}

function formatLine(level: LogLevel, message: string, at: Date, fields: LogFields): string {
  // Terraform itself crashes when one of these three is no string, and wants six digits of a second.
  const fixed = {
    "@level": level,
    "@message": cut(message),
    "@timestamp": at.toISOString().replace("Z", "000Z"),
  };
  const line = JSON.stringify({ ...fixed, ...fields });
  const short = Buffer.byteLength(line) <= LONGEST_LINE;
  return `${short ? line : JSON.stringify({ ...fixed, fields_left_out: Object.keys(fields).length })}\n`;
}

function plainFields(fields: LogFields, hidden: HiddenValues): Record<string, unknown> {
  try {
    // Names that begin with "@" are hclog's own.
    const named = Object.entries(fields).map(([name, value]) => [name.replace(/^@+/, ""), value] as const);
    return Object.fromEntries(
      named.map(([name, value]) => [hidden.hide(name), plainField(name, value, hidden, DEEPEST)]),
    );
  } catch (error) {
    return { fields_unreadable: hidden.hide(String(error)) };
  }
}

function plainField(name: string, value: unknown, hidden: HiddenValues, depth: number): unknown {
  const isSecret = value !== null && value !== undefined && hidden.isSensitiveName(name);
  return isSecret ? SENSITIVE : plainValue(value, hidden, depth);
}

function plainValue(value: unknown, hidden: HiddenValues, depth: number): unknown {
  if (typeof value === "string") return cut(hidden.hide(value));
  if (typeof value === "number")
    return Number.isFinite(value) && hidesNothing(value, hidden) ? value : hidden.hide(String(value));
  if (typeof value === "boolean" || value === null || value === undefined) return value;
  if (typeof value !== "object") return hidden.hide(String(value));
  if (depth === 0) return "…";
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  if (Array.isArray(value)) return value.map((item) => plainValue(item, hidden, depth - 1));
  return plainObject(value, hidden, depth);
}

function plainObject(value: object, hidden: HiddenValues, depth: number): unknown {
  const { stack, message, toJSON } = value as { stack?: unknown; message?: unknown; toJSON?: unknown };
  if (typeof stack === "string" && typeof message === "string") return cut(hidden.hide(stack));
  if (typeof toJSON === "function") return plainValue(jsonOf(value, toJSON), hidden, depth - 1);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      hidden.hide(name),
      plainField(name, item, hidden, depth - 1),
    ]),
  );
}

/** What an object says of itself; of one that refuses, such as an unknown value, why. */
function jsonOf(value: object, toJSON: object): unknown {
  try {
    return Reflect.apply(toJSON as () => unknown, value, []);
  } catch (error) {
    return `(${String((error as { message?: unknown } | null)?.message)})`;
  }
}

function hidesNothing(value: number, hidden: HiddenValues): boolean {
  return hidden.hide(String(value)) === String(value);
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

// Longest first: a secret may begin with another one.
function anyOf(texts: ReadonlySet<string>): RegExp {
  const longestFirst = [...texts].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"), "g");
}

function writeToStderr(line: string): void {
  let rest: Uint8Array = Buffer.from(line);
  for (let patience = 100; rest.length > 0 && patience > 0; ) {
    try {
      rest = rest.subarray(writeSync(STDERR, rest));
    } catch (error) {
      // A full pipe is read in a moment; a closed one has no reader, and a log must not end its process.
      if ((error as { code?: unknown }).code !== "EAGAIN") return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      patience--;
    }
  }
}
