import { type ClientSettings, DEFAULT_HUB_BASE_URL, DEFAULT_SIGNALS_BASE_URL } from "../../client";
import { type Diagnostics, isUnknown, tryParseDuration, type Unknown, type Validator } from "../../framework";
import { baseUrlWarnings } from "./base-url";
import { checkCredentials, checkPresence } from "./check-credentials";
import {
  type Configuration,
  MAX_RETRIES,
  REQUEST_TIMEOUT,
  type SettingName,
  settingsSchema,
  variableOf,
} from "./schema";
import { type Environment, type Found, type FoundSettings, findSettings, type Source } from "./sources";

/** The settings in force. */
export interface Settings {
  /** UNKNOWN while planning may be: resources then plan it as unknown. */
  readonly partnerId: string | null | Unknown;
  readonly credentials: {
    readonly username?: string;
    readonly password?: string;
    readonly accessToken?: string;
    readonly apiKey?: string;
  };
  readonly hubBaseUrl: string;
  readonly signalsBaseUrl: string;
  readonly ctwaStatusField: string | null;
  readonly requestTimeoutMs: number;
  readonly maxRetries: number;
  readonly rateLimit: ClientSettings["rateLimit"];
  readonly maxConcurrentRequests: number | null;
  readonly readOnly: boolean;
  /** null where any number may be switched off. */
  readonly maxDisablesPerRun: number | null;
  /** Settings that nothing can be requested without and that are not known yet. */
  readonly unknown: readonly SettingName[];
}

/** What can be said of the provider block alone: credentials that contradict each other, unusual URLs. */
export function checkConfiguration(config: Configuration, diagnostics: Diagnostics): void {
  const found = findSettings(config, {});
  checkCredentials(found, diagnostics);
  warnOfBaseUrls(found, "configuration", diagnostics);
}

/** Joins configuration and environment, and reports what is missing or, in the environment, malformed. */
export function resolveSettings(
  config: Configuration,
  environment: Environment,
  diagnostics: Diagnostics,
): Settings {
  const found = findSettings(config, environment);
  checkCredentials(found, diagnostics);
  checkPresence(found, diagnostics);
  checkEnvironment(found, diagnostics);
  warnOfBaseUrls(found, "environment", diagnostics);
  return settingsFrom(found);
}

function settingsFrom(found: FoundSettings): Settings {
  const partnerId = found.get("partner_id")?.value ?? null;
  return {
    partnerId: isUnknown(partnerId) ? partnerId : text(found, "partner_id"),
    credentials: credentialsFrom(found),
    hubBaseUrl: text(found, "hub_base_url") ?? DEFAULT_HUB_BASE_URL,
    signalsBaseUrl: text(found, "signals_base_url") ?? DEFAULT_SIGNALS_BASE_URL,
    ctwaStatusField: text(found, "ctwa_status_field"),
    requestTimeoutMs: tryParseDuration(text(found, "request_timeout") ?? REQUEST_TIMEOUT) ?? Number.NaN,
    maxRetries: count(found, "max_retries") ?? MAX_RETRIES,
    rateLimit: rateLimitFrom(found),
    maxConcurrentRequests: count(found, "max_concurrent_requests"),
    readOnly: text(found, "read_only") === "true",
    maxDisablesPerRun: count(found, "max_disables_per_run"),
    unknown: [...found]
      .filter(([name, { value }]) => name !== "partner_id" && isNotKnown(value))
      .map(([name]) => name),
  };
}

function credentialsFrom(found: FoundSettings): Settings["credentials"] {
  const accessToken = text(found, "access_token");
  const apiKey = text(found, "api_key");
  const username = text(found, "username");
  const password = text(found, "password");
  return {
    ...(username !== null && { username }),
    ...(password !== null && { password }),
    ...(accessToken !== null && { accessToken }),
    ...(apiKey !== null && { apiKey }),
  };
}

function rateLimitFrom(found: FoundSettings): Settings["rateLimit"] {
  const value = found.get("rate_limit")?.value;
  if (typeof value !== "object" || !("per_seconds" in value) || isNotKnown(value)) return null;
  return { requests: Number(value.requests), perSeconds: Number(value.per_seconds) };
}

/** A value, or a part of it, may be unknown while planning. */
function isNotKnown(value: Found["value"]): boolean {
  return isUnknown(value) || (typeof value === "object" && Object.values(value).some(isUnknown));
}

function count(found: FoundSettings, name: SettingName): number | null {
  const given = text(found, name);
  return given === null ? null : Number(given);
}

function text(found: FoundSettings, name: SettingName): string | null {
  const value = found.get(name)?.value;
  return value === undefined || isUnknown(value) ? null : String(value);
}

/** The framework checks the configuration by the schema; the environment is ours to check. */
function checkEnvironment(found: FoundSettings, diagnostics: Diagnostics): void {
  for (const [name, { value, source }] of found) {
    if (source !== "environment") continue;
    const problem = problemOf(name, value);
    if (problem === undefined) continue;
    diagnostics.error(
      `Invalid ${variableOf(name)}`,
      `The environment variable ${variableOf(name)} stands in for the setting ${name} and ${problem}`,
    );
  }
}

function problemOf(name: SettingName, value: Found["value"]): string | undefined {
  for (const validate of settingsSchema[name].validate as readonly Validator<unknown>[]) {
    const problem = validate(value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function warnOfBaseUrls(found: FoundSettings, from: Source, diagnostics: Diagnostics): void {
  for (const api of ["hub", "signals"] as const) {
    const name = `${api}_base_url` as const;
    const setting = found.get(name);
    if (setting?.source !== from || typeof setting.value !== "string") continue;
    const place = from === "environment" ? `${variableOf(name)}: ` : "";
    for (const [title, text] of baseUrlWarnings(setting.value, api)) {
      diagnostics.warning(title, place + text, from === "configuration" ? name : undefined);
    }
  }
}
