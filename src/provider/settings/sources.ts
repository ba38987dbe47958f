import type { NumberValue, Unknown, Validator } from "../../framework";
import { type RateLimitValue, tryParseRateLimit } from "./rate-limit";
import { type Configuration, type SettingName, settingsSchema, variableOf } from "./schema";

/** A setting with its source. */
export interface Found {
  readonly value: string | boolean | NumberValue | RateLimitValue | Unknown;
  readonly source: Source;
}

/** Where a setting comes from. */
export type Source = "configuration" | "environment" | "file";

/** Settings by name. A setting without a value is missing. */
export type FoundSettings = ReadonlyMap<SettingName, Found>;

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings that are credentials; together they identify one caller. */
export const CREDENTIALS = ["username", "password", "access_token", "api_key"] as const;

const NAMES = Object.keys(settingsSchema) as SettingName[];

/**
 * Looks each setting up in the configuration, then in the environment. An empty variable counts as unset. If the
 * configuration sets any credential, the environment's credentials are ignored, so that parts of two identities are
 * never combined.
 */
export function findSettings(config: Configuration, environment: Environment): FoundSettings {
  const configured = CREDENTIALS.some((name) => config[name] !== null);
  const found = new Map<SettingName, Found>();
  for (const name of NAMES) {
    const value = config[name];
    if (value !== null) found.set(name, { value, source: "configuration" });
    else if (!(configured && isCredential(name))) fromEnvironment(name, environment, found);
  }
  return found;
}

/** Why the schema refuses a value, as the end of a sentence that begins with its name; undefined if it accepts it. */
export function findProblem(name: SettingName, value: Found["value"]): string | undefined {
  for (const validate of settingsSchema[name].validate as readonly Validator<unknown>[]) {
    const problem = validate(value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function fromEnvironment(name: SettingName, environment: Environment, found: Map<SettingName, Found>): void {
  const text = environment[variableOf(name)];
  if (text === undefined || text.trim() === "") return;
  // A value that does not parse stays a text, and the schema's validator refuses it.
  found.set(name, { value: READ[name]?.(text) ?? text, source: "environment" });
}

const READ: { readonly [N in SettingName]?: (text: string) => Found["value"] | undefined } = {
  max_retries: tryParseCount,
  max_concurrent_requests: tryParseCount,
  page_size: tryParseCount,
  max_disables_per_run: tryParseCount,
  rate_limit: tryParseRateLimit,
  read_only: (text) => BOOLS.get(text.trim().toLowerCase()),
};

function tryParseCount(text: string): number | undefined {
  return /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}

const BOOLS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
]);

function isCredential(name: SettingName): boolean {
  return (CREDENTIALS as readonly string[]).includes(name);
}
