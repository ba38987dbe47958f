import { type ClientSettings, DEFAULT_HUB_BASE_URL, DEFAULT_SIGNALS_BASE_URL } from "../../client";
import { type Diagnostics, isUnknown, tryParseDuration, type Unknown } from "../../framework";
import { checkCredentials, checkPresence } from "./check-credentials";
import { authoritiesFrom, withCredentialsFile } from "./files";
import { placeOf } from "./read-file";
import {
  type Configuration,
  MAX_RETRIES,
  type PlanCheckMode,
  REQUEST_TIMEOUT,
  type SettingName,
  variableOf,
} from "./schema";
import {
  type Environment,
  type Found,
  type FoundSettings,
  findProblem,
  findSettings,
  type Source,
} from "./sources";
import { warnOfSettings, warnOfUnreadFile } from "./warnings";

/** The settings in force. */
export interface Settings {
  /** UNKNOWN if a plan does not know it yet; resources then plan it as unknown. */
  readonly partnerId: string | null | Unknown;
  /** Where the partner is set; null if it is not. */
  readonly partnerSource: Source | null;
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
  readonly pageSize: number | null;
  readonly readOnly: boolean;
  /** null if there is no limit. */
  readonly maxDisablesPerRun: number | null;
  readonly planChecks: PlanCheckMode;
  /** Certificates of authorities that are trusted in addition to the usual ones, each as PEM. */
  readonly authorities: readonly string[];
  /** An absolute path. */
  readonly progressPath: string | null;
  /** An absolute path. */
  readonly usageReportPath: string | null;
  /** Unknown settings without which nothing can be read. */
  readonly unknown: readonly SettingName[];
  /** Unknown settings without which nothing can be switched. */
  readonly unknownForWrites: readonly SettingName[];
  /** Unknown settings that only requests to Signals need. */
  readonly unknownForSignals: readonly SettingName[];
}

/** Checks the provider block by itself: conflicting credentials, unusual URLs. */
export function checkConfiguration(config: Configuration, diagnostics: Diagnostics): void {
  const found = findSettings(config, {});
  checkCredentials(found, diagnostics);
  warnOfUnreadFile(found, diagnostics);
  warnOfSettings(found, "configuration", diagnostics);
}

/**
 * Merges configuration, environment and the files that they name. Reports missing settings, and invalid values of the
 * environment and the files.
 */
export function resolveSettings(
  config: Configuration,
  environment: Environment,
  diagnostics: Diagnostics,
): Settings {
  const found = withCredentialsFile(findSettings(config, environment), diagnostics);
  checkCredentials(found, diagnostics);
  checkPresence(found, diagnostics);
  checkEnvironment(found, diagnostics);
  warnOfSettings(found, "environment", diagnostics);
  return { ...settingsFrom(found), authorities: authoritiesFrom(found, diagnostics) };
}

function settingsFrom(found: FoundSettings): Omit<Settings, "authorities"> {
  const partnerId = found.get("partner_id")?.value ?? null;
  return {
    partnerId: isUnknown(partnerId) ? partnerId : text(found, "partner_id"),
    partnerSource: found.get("partner_id")?.source ?? null,
    credentials: credentialsFrom(found),
    hubBaseUrl: text(found, "hub_base_url") ?? DEFAULT_HUB_BASE_URL,
    signalsBaseUrl: text(found, "signals_base_url") ?? DEFAULT_SIGNALS_BASE_URL,
    ctwaStatusField: text(found, "ctwa_status_field"),
    requestTimeoutMs: tryParseDuration(text(found, "request_timeout") ?? REQUEST_TIMEOUT) ?? Number.NaN,
    maxRetries: count(found, "max_retries") ?? MAX_RETRIES,
    rateLimit: rateLimitFrom(found),
    maxConcurrentRequests: count(found, "max_concurrent_requests"),
    pageSize: count(found, "page_size"),
    readOnly: text(found, "read_only") === "true",
    maxDisablesPerRun: count(found, "max_disables_per_run"),
    progressPath: place(found, "progress_path"),
    usageReportPath: place(found, "usage_report_path"),
    planChecks: planChecksFrom(found),
    unknown: unknownNames(found).filter(
      (name) => ![DISPENSABLE, FOR_WRITES, FOR_SIGNALS].some((set) => set.has(name)),
    ),
    unknownForWrites: unknownNames(found).filter((name) => FOR_WRITES.has(name)),
    unknownForSignals: unknownNames(found).filter((name) => FOR_SIGNALS.has(name)),
  };
}

/** Settings that may be unknown while 360dialog is read and switched. */
const DISPENSABLE: ReadonlySet<SettingName> = new Set([
  ...([
    "max_retries",
    "partner_id",
    "page_size",
    "request_timeout",
    "plan_checks",
    "progress_path",
    "usage_report_path",
  ] as const),
]);

/** Settings that only requests to Signals need. */
const FOR_SIGNALS: ReadonlySet<SettingName> = new Set(["signals_base_url"]);

/** Settings that guard only writes. */
const FOR_WRITES: ReadonlySet<SettingName> = new Set(["max_disables_per_run", "read_only"]);

function unknownNames(found: FoundSettings): readonly SettingName[] {
  return [...found].filter(([, { value }]) => isNotKnown(value)).map(([name]) => name);
}

/** A plan whose `plan_checks` is unknown checks nothing, because the value may turn out to be "off". */
function planChecksFrom(found: FoundSettings): PlanCheckMode {
  const given = found.get("plan_checks");
  if (given === undefined) return "error";
  return isUnknown(given.value) ? "off" : (String(given.value) as PlanCheckMode);
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

/** Whether a value, or a part of it, is unknown. */
function isNotKnown(value: Found["value"]): boolean {
  return isUnknown(value) || (typeof value === "object" && Object.values(value).some(isUnknown));
}

function count(found: FoundSettings, name: SettingName): number | null {
  const given = text(found, name);
  return given === null ? null : Number(given);
}

function place(found: FoundSettings, name: SettingName): string | null {
  const given = text(found, name);
  return given === null ? null : placeOf(given);
}

function text(found: FoundSettings, name: SettingName): string | null {
  const value = found.get(name)?.value;
  return value === undefined || isUnknown(value) ? null : String(value);
}

/** Checks the values of environment variables. The framework checks only the configuration. */
function checkEnvironment(found: FoundSettings, diagnostics: Diagnostics): void {
  for (const [name, { value, source }] of found) {
    if (source !== "environment") continue;
    const problem = findProblem(name, value);
    if (problem === undefined) continue;
    diagnostics.error(
      `Invalid ${variableOf(name)}`,
      `The environment variable ${variableOf(name)} gives the setting ${name} and ${problem}`,
    );
  }
}
