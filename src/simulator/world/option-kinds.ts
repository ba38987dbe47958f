import { channelFields } from "./documented-fields";

/** How many requests each API takes in any stretch of `seconds`, and whether its 429 says when to come back. */
export interface RequestsPerWindow {
  readonly requests: number;
  readonly seconds: number;
  readonly retryAfter: boolean;
}

/** The field of a form that suits a kind of value. */
export type Input = "flag" | "number" | "text" | "choice" | "rate" | "body";

/** A kind of value: which values belong to it, and how a person writes one. */
export interface Kind<T> {
  readonly input: Input;
  /** Names the values: "a whole number from 1". */
  readonly what: string;
  /** The placeholder of the value in a synopsis, such as "N"; empty for a flag. */
  readonly placeholder: string;
  /** Null is a value too: the option is off. */
  readonly nullable: boolean;
  readonly choices?: readonly T[];
  readonly least?: number;
  readonly most?: number;
  readonly accepts: (value: unknown) => boolean;
  /** The value that a text means; undefined if it means none. */
  readonly read: (text: string) => T | undefined;
}

/** True or false; an argument of this kind takes no value. */
export const flag: Kind<boolean> = {
  input: "flag",
  what: "true or false",
  placeholder: "",
  nullable: false,
  accepts: (value) => typeof value === "boolean",
  read: (text) => ({ true: true, false: false })[text],
};

/** A whole number; `unit` says what is counted. */
export function count(least: number, most = 999_999_999, unit = ""): Kind<number> {
  const range = most === 999_999_999 ? `from ${least}` : `from ${least} to ${most}`;
  return {
    ...{ input: "number", placeholder: "N", nullable: false, least, most },
    what: `a whole number ${unit === "" ? "" : `of ${unit} `}${range}`,
    accepts: (value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
    read: (text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : undefined),
  };
}

/** Milliseconds, also written as a duration. */
export const milliseconds: Kind<number> = {
  ...count(0, undefined, "milliseconds"),
  placeholder: "MS",
  what: "a whole number of milliseconds from 0, or a duration such as 200ms or 2s",
  read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : duration(text)),
};

/** Whole seconds above 0, also written as a duration. */
export const wholeSeconds: Kind<number> = {
  ...count(1, undefined, "seconds"),
  placeholder: "SECONDS",
  what: "a whole number of seconds from 1, or a duration such as 90s, 5m or 24h",
  read: readSeconds,
};

/** Seconds above 0 with a fraction, also written as a duration. */
export const seconds: Kind<number> = {
  ...{ input: "number", placeholder: "SECONDS", nullable: false, least: 0 },
  what: "a number of seconds above 0, or a duration such as 500ms, 90s or 5m",
  accepts: isPositive,
  read: readSeconds,
};

/** Seconds that may be negative, also written as a duration. */
export const shift: Kind<number> = {
  ...count(-999_999_999, undefined, "seconds"),
  placeholder: "SECONDS",
  what: "a whole number of seconds, negative too, or a duration such as 1h",
  read: (text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : readSeconds(text)),
};

/** One of some values. */
export function choice<const T extends string | number>(...choices: readonly T[]): Kind<T> {
  return {
    ...{ input: "choice", placeholder: "KIND", nullable: false, choices },
    what: `one of ${choices.map((one) => JSON.stringify(one)).join(", ")}`,
    accepts: (value) => choices.includes(value as T),
    read: (text) => choices.find((one) => String(one) === text),
  };
}

/** A dotted path that no documented field of a channel has. */
export const freePath: Kind<string> = {
  ...{ input: "text", placeholder: "PATH", nullable: false },
  what: "a dotted path that no documented field of a channel has",
  accepts: isFreePath,
  read: (text) => text,
};

/** Requests per time, written as 5/30s or 5/30s,no-retry-after. */
export const rate: Kind<RequestsPerWindow> = {
  ...{ input: "rate", placeholder: "N/TIME", nullable: false },
  what: 'requests per time: {requests, seconds, retryAfter}, or a text such as "5/30s" or "5/30s,no-retry-after"',
  accepts: isRate,
  read(text) {
    const [, requests, time = "", suffix] = /^([1-9]\d{0,8})\/([^,]+)(,no-retry-after)?$/.exec(text) ?? [];
    const ms = duration(time);
    return ms
      ? { requests: Number(requests), seconds: ms / 1000, retryAfter: suffix === undefined }
      : undefined;
  },
};

/** The body of an answer: a text as it is, anything else as JSON. */
export const body: Kind<unknown> = {
  ...{ input: "body", placeholder: "TEXT", nullable: false },
  what: "a text, or any JSON value",
  accepts: () => true,
  read: (text) => text,
};

/** The same kind, and null for "off". */
export function orNone<T>(kind: Kind<T>): Kind<T | null> {
  return { ...kind, nullable: true, accepts: (value) => value === null || kind.accepts(value) };
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function duration(text: string): number | undefined {
  const [, number, unit = ""] = /^(\d{1,9})(ms|s|m|h)$/.exec(text) ?? [];
  const size = units[unit];
  return size === undefined ? undefined : Number(number) * size;
}

function readSeconds(text: string): number | undefined {
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : duration(text);
  return ms === undefined ? undefined : ms / 1000;
}

function isPositive(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

function isRate(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { requests, seconds, retryAfter, ...rest } = value as Record<string, unknown>;
  const numbers = count(1).accepts(requests) && isPositive(seconds);
  return numbers && flag.accepts(retryAfter) && Object.keys(rest).length === 0;
}

function isFreePath(value: unknown): boolean {
  if (typeof value !== "string" || !/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/i.test(value)) return false;
  if (value.split(".").includes("constructor")) return false;
  const clashes = (field: string) => field === value || isBelow(field, value) || isBelow(value, field);
  return !channelFields.some(clashes);
}

function isBelow(path: string, parent: string): boolean {
  return path.startsWith(`${parent}.`);
}
