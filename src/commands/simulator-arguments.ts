import { parseArgs } from "node:util";
import type { SimulatorOptions } from "../simulator";
import {
  countFromOne,
  milliseconds,
  portNumber,
  rate,
  seconds,
  wholeNumber,
  wholeSeconds,
} from "./argument-values";

/** Arguments that make no sense; the message says which. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What the arguments of the command `simulator` ask for. */
export interface SimulatorArguments {
  readonly help: boolean;
  /** 0: a free one. */
  readonly port: number;
  readonly options: SimulatorOptions;
}

/** How a text becomes a value, and what it may be; undefined where it makes no sense. */
interface Value {
  readonly takes: string;
  readonly read: (text: string) => unknown;
}

const flag = null;
const text: Value = { takes: "a text", read: (given) => given };
const count: Value = { takes: "a whole number", read: wholeNumber };
const ms: Value = { takes: "milliseconds, or a duration like 200ms or 2s", read: milliseconds };
const portValue: Value = { takes: "a port from 0 to 65535", read: portNumber };

/** What can be said of each option of the simulator that a person can type. */
export const optionArguments = {
  channels: ["channels", count],
  "ctwa-field": ["ctwaField", text],
  decoys: ["decoys", flag],
  "token-lifetime": [
    "tokenLifetime",
    { takes: "seconds, or a duration like 90s, 5m or 24h", read: wholeSeconds },
  ],
  "token-valid-for": [
    "tokenValidFor",
    { takes: "seconds, or a duration like 500ms, 90s or 5m", read: seconds },
  ],
  rate: [
    "requestsPerWindow",
    { takes: 'requests per time like "5/30s" or "5/30s,no-retry-after"', read: rate },
  ],
  "page-cap": ["maxPageSize", { takes: "a whole number from 1", read: countFromOne }],
  churn: ["churn", count],
  "ignore-filters": ["ignoreFilters", flag],
  latency: ["latencyMs", ms],
  "delayed-flag": ["delayedFlag", count],
  "strict-switch": ["strictSwitch", flag],
  "switch-status": ["switchStatus", count],
  "switch-body": ["switchBody", text],
  "switch-shows-channel": ["switchShowsChannel", flag],
  "switch-delay": ["switchDelayMs", ms],
  "signals-envelope": ["signalsEnvelope", text],
} as const satisfies Readonly<Record<string, readonly [keyof SimulatorOptions, Value | null]>>;

/** Reads the words after `simulator`. @throws UsageError */
export function parseSimulatorArguments(argv: readonly string[]): SimulatorArguments {
  const values = parsed(argv);
  const given = Object.entries(optionArguments).flatMap(([name, [option, value]]) => {
    const typed = values[name];
    return typed === undefined ? [] : [[option, value === flag ? typed : read(`${typed}`, name, value)]];
  });
  const port = values["port"];
  return {
    help: values["help"] === true,
    port: port === undefined ? 0 : (read(`${port}`, "port", portValue) as number),
    options: Object.fromEntries(given),
  };
}

/** The argument that sets an option of the simulator. */
export function argumentOf(option: string): string {
  const found = Object.entries(optionArguments).find(([, [name]]) => name === option);
  return `--${found?.[0] ?? option}`;
}

function parsed(argv: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const kinds = Object.entries(optionArguments).map(([name, [, value]]) => [name, kind(value)]);
  const options = {
    ...Object.fromEntries(kinds),
    port: kind(portValue),
    help: { ...kind(flag), short: "h" },
  };
  try {
    return parseArgs({ args: [...argv], options }).values as Record<string, string | boolean | undefined>;
  } catch (error) {
    // Node's own sentence names the argument; what follows the first line or sentence is advice for other programs.
    const { message } = error as { message: string };
    throw new UsageError(`${message.split(/\. |\n/)[0]?.replace(/\.$/, "")}.`);
  }
}

function kind(value: Value | null): { readonly type: "string" | "boolean" } {
  return { type: value === flag ? "boolean" : "string" };
}

function read(given: string, name: string, value: Value): unknown {
  const result = value.read(given);
  if (result === undefined) throw new UsageError(`--${name} takes ${value.takes}, not "${given}".`);
  return result;
}
