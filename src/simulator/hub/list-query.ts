import { hubError, Refusal } from "../routing";
import type { Settings } from "../world";

/** A value that the hub's filters compare with. */
export type FilterValue = string | number | boolean | null;

/** The parameters that all lists of the hub take, checked. */
export interface ListQuery {
  readonly limit: number;
  readonly offset: number;
  /** A field, with a leading "-" for descending. */
  readonly sort: string;
  readonly filters: ReadonlyMap<string, FilterValue>;
}

/** Which fields a list sorts and filters by. */
export interface ListFields {
  readonly sortable: readonly string[];
  readonly filterable: readonly string[];
}

// What a public client's fixture of the channel list shows when nothing is asked for.
const defaultLimit = 1000;
const defaultSort = "id";

/**
 * Reads limit, offset, sort and filters. How the hub answers bad ones is documented as "400, wrong payload" and
 * no more; here each gets 400 and a message that names it.
 * @throws Refusal
 */
export function parseListQuery(query: URLSearchParams, fields: ListFields, settings: Settings): ListQuery {
  const limit = count(query, "limit", 1, defaultLimit);
  const { limitRefusedAbove, limitRefusalStatus, maxPageSize, ignoreOffset } = settings;
  if (limitRefusedAbove !== null && limit > limitRefusedAbove) {
    throw refusal(`limit must be at most ${limitRefusedAbove}`, limitRefusalStatus);
  }
  const offset = count(query, "offset", 0, 0);
  return {
    limit: Math.min(limit, maxPageSize ?? limit),
    offset: ignoreOffset ? 0 : offset,
    sort: sortField(query.get("sort") ?? defaultSort, fields),
    filters: settings.ignoreFilters ? new Map() : filters(query.get("filters"), fields),
  };
}

function count(query: URLSearchParams, name: string, least: number, fallback: number): number {
  const given = query.get(name);
  if (given === null) return fallback;
  const value = /^\d{1,9}$/.test(given) ? Number(given) : -1;
  if (value < least) throw refusal(`${name} must be a whole number from ${least}`);
  return value;
}

function sortField(sort: string, fields: ListFields): string {
  if (!fields.sortable.includes(sort.replace(/^-/, ""))) throw refusal(`sort: unknown field ${sort}`);
  return sort;
}

function filters(given: string | null, fields: ListFields): ReadonlyMap<string, FilterValue> {
  if (given === null) return new Map();
  const entries = Object.entries(filterObject(given));
  for (const [field, value] of entries) {
    if (!fields.filterable.includes(field)) throw refusal(`filters: unknown field ${field}`);
    // Lists, ranges and patterns are documented nowhere.
    if (typeof value === "object" && value !== null) throw refusal(`filters: ${field} must be a plain value`);
  }
  return new Map(entries as [string, FilterValue][]);
}

function filterObject(given: string): object {
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch {
    throw refusal("filters must be a JSON object");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refusal("filters must be a JSON object");
  }
  return value;
}

function refusal(message: string, status = 400): Refusal {
  return new Refusal(hubError(status, "wrong payload", [message]));
}
