import { channelFields } from "./documented-fields";
import { SimulatorError } from "./simulator-error";

/** How many requests each API takes in any stretch of `seconds`, and whether its 429 says when to come back. */
export interface RequestsPerWindow {
  readonly requests: number;
  readonly seconds: number;
  readonly retryAfter: boolean;
}

/** What can also be changed while the simulator runs. */
export interface Settings {
  /**
   * Dotted path in which channels report their tracking state. Null: not at all, as documented.
   * @default null
   */
  readonly ctwaField: string | null;
  /**
   * Channels have fields beside that one whose names only sound like it: `ctwa_eligible` is true and
   * `ctwa_enabled_at` a time, whether tracking is on or off.
   * @default false
   */
  readonly decoys: boolean;
  /**
   * Seconds that a token from /token is said to be good for.
   * @default 86400
   */
  readonly tokenLifetime: number;
  /**
   * Seconds after which such a token is refused, whatever it was said to be good for. Null: as it was said.
   * @default null
   */
  readonly tokenValidFor: number | null;
  /**
   * The limit above which requests get 429. Null: none.
   * @default null
   */
  readonly requestsPerWindow: RequestsPerWindow | null;
  /**
   * The most objects on one page of the hub's lists, whatever `limit` asks for. Null: no cap.
   * @default null
   */
  readonly maxPageSize: number | null;
  /**
   * Between two pages of a channel list so many channels come, and between the next two they are gone again.
   * They stand first in the list, so that what follows moves.
   * @default 0
   */
  readonly churn: number;
  /**
   * The hub's lists do not look at `filters`.
   * @default false
   */
  readonly ignoreFilters: boolean;
  /**
   * Milliseconds before each request is looked at.
   * @default 0
   */
  readonly latencyMs: number;
  /**
   * After a switch, this many reads of the channel still report the old tracking state.
   * @default 0
   */
  readonly delayedFlag: number;
  /**
   * A switch that changes nothing is answered with 409 ("already enabled").
   * @default false
   */
  readonly strictSwitch: boolean;
  /**
   * Status of an accepted switch.
   * @default 200
   */
  readonly switchStatus: number;
  /**
   * Body of an accepted switch: a text as it is ("" for none), anything else as JSON.
   * @default {"meta":{"success":true,"http_code":200}}
   */
  readonly switchBody: unknown;
  /**
   * The body of an accepted switch is the channel object instead.
   * @default false
   */
  readonly switchShowsChannel: boolean;
  /**
   * Milliseconds between a switch that took effect and its answer.
   * @default 0
   */
  readonly switchDelayMs: number;
  /**
   * Lists of the Signals API: a bare array, or an object with the array in `data`.
   * @default "array"
   */
  readonly signalsEnvelope: "array" | "object";
}

interface SettingRule {
  readonly value: unknown;
  readonly must: string;
  readonly ok: (value: unknown) => boolean;
}

const rules = {
  ctwaField: { value: null, must: "be a dotted path that no documented field has, or null", ok: isFreePath },
  decoys: { value: false, must: "be true or false", ok: isBoolean },
  tokenLifetime: { value: 86_400, must: "be a number of seconds from 1", ok: (v) => isCount(v, 1) },
  tokenValidFor: {
    value: null,
    must: "be a number of seconds above 0, or null",
    ok: (v) => v === null || isPositive(v),
  },
  requestsPerWindow: {
    value: null,
    must: "be {requests, seconds, retryAfter} with numbers from 1, or null",
    ok: (v) => v === null || isWindow(v),
  },
  maxPageSize: { value: null, must: "be a number from 1, or null", ok: (v) => v === null || isCount(v, 1) },
  churn: {
    value: 0,
    must: "be a number of channels from 0 to 1000",
    ok: (v) => isCount(v, 0) && Number(v) <= 1000,
  },
  ignoreFilters: { value: false, must: "be true or false", ok: isBoolean },
  latencyMs: { value: 0, must: "be a number of milliseconds from 0", ok: (v) => isCount(v, 0) },
  delayedFlag: { value: 0, must: "be a number of reads from 0", ok: (v) => isCount(v, 0) },
  strictSwitch: { value: false, must: "be true or false", ok: isBoolean },
  switchStatus: {
    value: 200,
    must: "be a status from 200 to 299",
    ok: (v) => isCount(v, 200) && Number(v) < 300,
  },
  switchBody: { value: { meta: { success: true, http_code: 200 } }, must: "be anything", ok: () => true },
  switchShowsChannel: { value: false, must: "be true or false", ok: isBoolean },
  switchDelayMs: { value: 0, must: "be a number of milliseconds from 0", ok: (v) => isCount(v, 0) },
  signalsEnvelope: {
    value: "array",
    must: 'be "array" or "object"',
    ok: (v) => v === "array" || v === "object",
  },
} satisfies Record<keyof Settings, SettingRule>;

/** What a simulator does when nothing is asked of it. */
export const defaultSettings = Object.fromEntries(
  Object.entries(rules).map(([name, rule]) => [name, rule.value]),
) as unknown as Settings;

/** Settings with some of them replaced; undefined means: as it was. @throws SimulatorError */
export function changedSettings(settings: Settings, patch: Readonly<Record<string, unknown>>): Settings {
  const changed: Record<string, unknown> = { ...settings };
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof Settings] : undefined;
    if (rule === undefined) throw new SimulatorError(unknown(name));
    if (!rule.ok(value)) throw new SimulatorError(`Option ${name} must ${rule.must}.`);
    changed[name] = value;
  }
  return changed as unknown as Settings;
}

function unknown(name: string): string {
  return `There is no option ${name} to set. There are: ${Object.keys(rules).join(", ")}.`;
}

function isFreePath(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== "string" || !/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/i.test(value)) return false;
  if (value.split(".").some((part) => part === "constructor")) return false;
  const clashes = (field: string) => field === value || isBelow(field, value) || isBelow(value, field);
  return !channelFields.some(clashes);
}

function isBelow(path: string, parent: string): boolean {
  return path.startsWith(`${parent}.`);
}

function isWindow(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { requests, seconds, retryAfter, ...rest } = value as Record<string, unknown>;
  const numbers = isCount(requests, 1) && isPositive(seconds);
  return numbers && isBoolean(retryAfter) && Object.keys(rest).length === 0;
}

function isCount(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least;
}

function isPositive(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}
