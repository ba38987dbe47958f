import { writeSync } from "node:fs";
import { createSecrets } from "../secrets/secrets";

const LEVELS = ["trace", "debug", "info", "warn", "error"] as const;

/** Level of a log line, from "trace" to "error". */
export type LogLevel = (typeof LEVELS)[number];

/** Additional values of a log line, by name. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Options of a log line. */
export interface LogOptions {
  readonly fields?: LogFields;
}

/** Values that a log must not show, recognised by their text and by the names of fields. */
export interface HiddenValues {
  /** Returns the text without these values. */
  hide(text: string): string;
  /** Whether a field of this name is always hidden, regardless of its value. */
  isSensitiveName(name: string): boolean;
}

/** A method for each level, e.g. `log.info("created", { fields: { id } })`. */
export type LogMethods = { readonly [L in LogLevel]: (message: string, options?: LogOptions) => void };

/** Writes lines that Terraform shows under TF_LOG. */
export interface Logger extends LogMethods {
  log(level: LogLevel, message: string, fields?: LogFields): void;
  /** Whether lines of this level are written. Check it before building an expensive line. */
  enabled(level: LogLevel): boolean;
  /** Hides this secret in all later lines, of this logger and of every logger with the same root. */
  redact(secret: string): void;
  /** Returns the text without the redacted secrets, for output other than the log. */
  hide(text: string): string;
  /** A logger that adds these fields to each line. */
  with(fields: LogFields): Logger;
  /** A logger that hides these values too. */
  hiding(values: HiddenValues): Logger;
}

/** Options of {@link createLogger}. */
export interface LoggerOptions {
  readonly env: NodeJS.ProcessEnv;
  /** The provider's type name, "example" for example. */
  readonly providerName: string;
  /** Writes one line, which includes its line end. @default writes to stderr */
  readonly write?: (line: string) => void;
  /** @default the system's clock */
  readonly now?: () => Date;
}

/** Creates a logger that writes hclog's JSON. The environment sets the level; without a level nothing is written. */
export function createLogger(options: LoggerOptions): Logger {
  const { env, providerName, write = writeToStderr, now = () => new Date() } = options;
  const quietest = threshold(env, providerName);
  const { add: redact, redact: hide } = createSecrets();

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

/** Makes the methods for each level from the method that takes the level as a parameter. */
export function logMethods(log: Logger["log"]): LogMethods {
  // Written out: each call of core gets a logger of its own, and a loop over the levels shows in a profile.
  return {
    trace: (message, options) => log("trace", message, options?.fields),
    debug: (message, options) => log("debug", message, options?.fields),
    info: (message, options) => log("info", message, options?.fields),
    warn: (message, options) => log("warn", message, options?.fields),
    error: (message, options) => log("error", message, options?.fields),
  };
}

const NOTHING_HIDDEN: HiddenValues = { hide: (text) => text, isSensitiveName: () => false };

function both(a: HiddenValues, b: HiddenValues): HiddenValues {
  return {
    hide: (text) => b.hide(a.hide(text)),
    isSensitiveName: (name) => a.isSensitiveName(name) || b.isSensitiveName(name),
  };
}

const STDERR = 2;
const SENSITIVE = "(sensitive value)";
const DEEPEST = 8;
// Limits for one string and for a whole line. go-plugin reads 64 KiB at a time and shows a longer line unparsed.
const LONGEST_TEXT = 8_000;
const LONGEST_LINE = 60_000;

function threshold(env: NodeJS.ProcessEnv, providerName: string): number {
  const suffix = providerName.toUpperCase().replace(/[^A-Z0-9]/g, "_");
  const wanted = env[`TF_LOG_PROVIDER_${suffix}`] || env["TF_LOG_PROVIDER"] || env["TF_LOG"] || "off";
  if (wanted.toLowerCase() === "off") return Number.POSITIVE_INFINITY;
  // Terraform treats every other word, including "JSON", as the most verbose level.
  return Math.max(0, (LEVELS as readonly string[]).indexOf(wanted.toLowerCase()));
}

function formatLine(level: LogLevel, message: string, at: Date, fields: LogFields): string {
  // Terraform crashes if one of these three is not a string. It expects six decimals of a second.
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
    // hclog reserves names that begin with "@".
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

/** The result of an object's toJSON, or the error's message if toJSON throws, as that of an unknown value does. */
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

function writeToStderr(line: string): void {
  let rest: Uint8Array = Buffer.from(line);
  for (let patience = 100; rest.length > 0 && patience > 0; ) {
    try {
      rest = rest.subarray(writeSync(STDERR, rest));
    } catch (error) {
      // EAGAIN means that the pipe is full: try again. Other errors, such as a closed pipe, must not end the process.
      if ((error as { code?: unknown }).code !== "EAGAIN") return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      patience--;
    }
  }
}
