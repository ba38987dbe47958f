import { parseArgs } from "node:util";
import type { RequestsPerWindow, SimulatorOptions } from "../simulator";

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

/** Reads the words after `simulator`. @throws UsageError */
export function parseSimulatorArguments(argv: readonly string[]): SimulatorArguments {
  const values = parsed(argv);
  return {
    help: values.help === true,
    port: read(values.port, "--port", port) ?? 0,
    options: {
      ...given("ctwaField", values["ctwa-field"]),
      ...given("channels", read(values.channels, "--channels", wholeNumber)),
      ...given("tokenLifetime", read(values["token-lifetime"], "--token-lifetime", seconds)),
      ...given("requestsPerWindow", read(values.rate, "--rate", rate)),
      ...given("maxPageSize", read(values["page-cap"], "--page-cap", pageCap)),
      ...given("ignoreFilters", values["ignore-filters"]),
      ...given("latencyMs", read(values.latency, "--latency", milliseconds)),
    },
  };
}

function parsed(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    ...{ port: text, "ctwa-field": text, channels: text, "token-lifetime": text, rate: text },
    ...{ "page-cap": text, "ignore-filters": flag, latency: text, help: { ...flag, short: "h" } },
  } as const;
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    // Node's own sentence names the argument; what follows the first line or sentence is advice for other programs.
    const { message } = error as { message: string };
    throw new UsageError(`${message.split(/\. |\n/)[0]?.replace(/\.$/, "")}.`);
  }
}

function given<K extends keyof SimulatorOptions>(
  name: K,
  value: SimulatorOptions[K],
): { [key in K]?: SimulatorOptions[K] } {
  return value === undefined ? {} : ({ [name]: value } as { [key in K]: SimulatorOptions[K] });
}

function read<T>(
  value: string | undefined,
  name: string,
  tryRead: (text: string) => T | string,
): T | undefined {
  if (value === undefined) return undefined;
  const result = tryRead(value);
  if (typeof result === "string") throw new UsageError(`${name} takes ${result}, not "${value}".`);
  return result;
}

function wholeNumber(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : "a whole number";
}

function pageCap(text: string): number | string {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : "a whole number from 1";
}

function port(text: string): number | string {
  return /^\d{1,5}$/.test(text) && Number(text) < 65_536 ? Number(text) : "a port from 0 to 65535";
}

function seconds(text: string): number | string {
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : duration(text);
  return !ms || ms % 1000 !== 0 ? "seconds, or a duration like 90s, 5m or 24h" : ms / 1000;
}

function milliseconds(text: string): number | string {
  const ms = /^\d{1,9}$/.test(text) ? Number(text) : duration(text);
  return ms ?? "milliseconds, or a duration like 200ms or 2s";
}

function rate(text: string): RequestsPerWindow | string {
  const match = /^([1-9]\d{0,8})\/([^,]+)(,no-retry-after)?$/.exec(text);
  const ms = duration(match?.[2] ?? "");
  if (match === null || !ms) return 'requests per time like "5/30s" or "5/30s,no-retry-after"';
  return { requests: Number(match[1]), seconds: ms / 1000, retryAfter: match[3] === undefined };
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function duration(text: string): number | undefined {
  const [, count, unit = ""] = /^(\d{1,9})(ms|s|m|h)$/.exec(text) ?? [];
  const size = units[unit];
  return size === undefined ? undefined : Number(count) * size;
}
