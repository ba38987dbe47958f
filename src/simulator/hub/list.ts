import { type Answer, type JsonObject, json } from "../routing";
import type { Settings } from "../world";
import { type FilterValue, type ListFields, type ListQuery, parseListQuery } from "./list-query";
import { shuffled } from "./shuffled";

/** A list of the hub: what it holds and how its members look. */
export interface Collection<T> extends ListFields {
  /** The key of the array in the envelope. */
  readonly key: string;
  /** Fields in which the filter `q` looks for its words; no document says which the hub's own are. */
  readonly searched?: readonly string[];
  /** The members that these filters leave at most, sorted by id: indexes answer what they can. */
  candidates(filters: ReadonlyMap<string, FilterValue>): readonly T[];
  /** A member as it would be shown, to filter and sort by. */
  peek(member: T): JsonObject;
  /** A member that is shown now. */
  show(member: T): JsonObject;
  /** Called when a page was shown that is not the last. */
  followed?(): void;
}

/** One page of a collection, in the envelope that all lists of the hub share. */
export function listPage<T>(query: URLSearchParams, settings: Settings, collection: Collection<T>): Answer {
  const asked = parseListQuery(query, collection, settings);
  const found = inOrder(matching(asked, collection), asked, settings, collection);
  const page = pageOf(found, asked, settings).map(collection.show);
  if (asked.offset + page.length < found.length) collection.followed?.();
  return json(200, {
    count: page.length,
    filters: Object.fromEntries(asked.filters),
    limit: asked.limit,
    offset: asked.offset,
    sort: [asked.sort],
    ...statedTotal(found.length, page.length, settings),
    [collection.key]: page,
  });
}

function inOrder<T>(
  members: readonly T[],
  asked: ListQuery,
  settings: Settings,
  collection: Collection<T>,
): readonly T[] {
  return settings.randomOrder ? shuffled(members) : sorted(members, asked.sort, collection);
}

function pageOf<T>(found: readonly T[], { offset, limit }: ListQuery, settings: Settings): readonly T[] {
  if (Math.floor(offset / limit) + 1 === settings.emptyPage) return [];
  return found.slice(offset, offset + limit);
}

/** The total that the envelope gives; no member if the setting is "none". */
function statedTotal(found: number, shown: number, settings: Settings): { total?: number } {
  const { total, totalCap, totalExcess } = settings;
  if (total === "none") return {};
  const stated = { exact: found, zero: 0, page: shown }[total] + totalExcess;
  return { total: Math.min(stated, totalCap ?? stated) };
}

function matching<T>(asked: ListQuery, collection: Collection<T>): readonly T[] {
  const candidates = collection.candidates(asked.filters);
  if (asked.filters.size === 0) return candidates;
  const wanted = [...asked.filters];
  return candidates.filter((member) => {
    const shown = collection.peek(member);
    return wanted.every(([field, value]) =>
      field === "q" ? holds(shown, collection.searched ?? [], value) : fieldOf(shown, field) === value,
    );
  });
}

function holds(shown: JsonObject, fields: readonly string[], words: FilterValue): boolean {
  const wanted = String(words).toLowerCase();
  return fields.some((field) =>
    String(fieldOf(shown, field) ?? "")
      .toLowerCase()
      .includes(wanted),
  );
}

function sorted<T>(members: readonly T[], sort: string, collection: Collection<T>): readonly T[] {
  if (sort === "id") return members;
  if (sort === "-id") return [...members].reverse();
  const descending = sort.startsWith("-");
  const field = descending ? sort.slice(1) : sort;
  const keyed = members.map((member) => ({ member, key: fieldOf(collection.peek(member), field) }));
  keyed.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)));
  return keyed.map(({ member }) => member);
}

// The order of null is undocumented: here it sorts first. Equal members keep their order by id.
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  return a < b ? -1 : Number(a > b);
}

function fieldOf(shown: JsonObject, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      shown,
    );
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}
