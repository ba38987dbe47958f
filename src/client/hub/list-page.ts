import type { CallLimits } from "../call";
import type { ApiReply, ApiRequest, CallApi } from "../call-api";
import { countIn, elementTexts, isJsonObject, type JsonObject, objectIn, ownMember } from "../json";
import type { PageSize } from "./page-size";

/** A row of one of the hub's lists. */
export interface Row {
  readonly id: string;
}

/** One of the hub's lists: the last segment of its path, and the member of the answer that holds its rows. */
export interface HubList {
  readonly path: ApiRequest["purpose"] & ("channels" | "clients");
  readonly key: string;
}

/** The channels of a partner. */
export const CHANNELS: HubList = { path: "channels", key: "partner_channels" };

/** The clients of a partner. */
export const CLIENTS: HubList = { path: "clients", key: "clients" };

/** Which rows are asked for, and of which partner. */
export interface ListQuery {
  readonly partnerId: string;
  /** Filters by the hub's own field names, dotted if nested. */
  readonly filters?: Readonly<Record<string, string | boolean>>;
  /** Whether each row also comes as JSON text. @default false */
  readonly withJson?: boolean;
}

/** One page of a list query. */
export interface PageQuery extends ListQuery {
  /** @default the largest page that the hub accepts */
  readonly limit?: number;
  readonly offset: number;
}

/** One page of a list. */
export interface Page<T> {
  readonly rows: readonly T[];
  /** Number of rows on the page, including those that could not be decoded. */
  readonly count: number;
  /** Number of rows in the whole list; null if the hub reports none, or fewer than it has already listed. */
  readonly total: number | null;
  /**
   * True if the reported total is less than what the hub has listed: then its other numbers are not believed either.
   */
  readonly contradictory: boolean;
  /** The page size that the hub reports; null if it reports none. */
  readonly size: number | null;
  /** The filters that the hub reports as applied. */
  readonly applied: ReadonlySet<string>;
  /** Makes an error about this page. */
  readonly unusable: ApiReply["unusable"];
}

/** Requests one page of a list. */
export type FetchPage<T> = (query: PageQuery, limits: CallLimits) => Promise<Page<T>>;

/** Decodes a row, with its JSON text if asked for; null if the object is not a row. */
export type DecodeRow<T> = (row: JsonObject, json: string | undefined) => T | null;

/** What requesting pages needs. */
export interface ListAccess {
  readonly callApi: CallApi;
  readonly pageSize: PageSize;
}

/** Makes the only function that requests the hub's lists. */
export function createFetchPage<T>(
  { callApi, pageSize }: ListAccess,
  list: HubList,
  decode: DecodeRow<T>,
): FetchPage<T> {
  return async (query, limits) => {
    const ask = async (limit: number) => {
      const reply = await callApi(requestFor(list, query, limit), limits);
      return decodePage(reply, query, list.key, decode);
    };
    return query.limit === undefined ? pageSize.ask(ask) : ask(query.limit);
  };
}

function requestFor(list: HubList, query: PageQuery, limit: number): ApiRequest {
  return {
    api: "hub",
    purpose: list.path,
    method: "GET",
    segments: ["partners", query.partnerId, list.path],
    query: {
      limit: String(limit),
      offset: String(query.offset),
      sort: "id",
      ...(query.filters === undefined ? {} : { filters: JSON.stringify(query.filters) }),
    },
  };
}

function decodePage<T>(reply: ApiReply, query: PageQuery, key: string, decode: DecodeRow<T>): Page<T> {
  const body = reply.json();
  const rows = isJsonObject(body) ? ownMember(body, key) : undefined;
  if (!isJsonObject(body) || !Array.isArray(rows)) throw reply.unusable(`it holds no list ${key}`);
  const texts = query.withJson === true ? elementTexts(reply.body, key) : [];
  const stated = countIn(body, "total");
  const contradictory = stated !== null && rows.length > 0 && stated < query.offset + rows.length;
  return {
    rows: rows
      .map((row: unknown, index) => (isJsonObject(row) ? decode(row, texts[index]) : null))
      .filter((row) => row !== null),
    count: rows.length,
    total: contradictory ? null : stated,
    contradictory,
    size: countIn(body, "limit"),
    applied: new Set(Object.keys(objectIn(body, "filters"))),
    unusable: reply.unusable,
  };
}

/** What the pages up to and including this one have shown. */
export interface Before {
  /** Number of rows from the list's beginning to the end of this page. */
  readonly reached: number;
  /** Number of rows in the whole list; null if the hub has not reported it credibly. */
  readonly total: number | null;
  /** Number of rows on the longest page so far, including this one. */
  readonly longest: number;
  /** Whether this is the first page. */
  readonly first: boolean;
}

/**
 * Whether a page reaches the end of its list. The hub may cap the page size, and its total may be wrong, so a page as
 * full as its limit is never the last.
 */
export function isLastPage(page: Page<unknown>, { reached, total, longest, first }: Before): boolean {
  // An empty page before the total is a contradiction, not the end of the list.
  if (page.count === 0) return total === null || reached >= total;
  if (total !== null && reached < total) return false;
  // The page is shorter than an earlier one, so no page size cut it off.
  if (!first && page.count < longest) return true;
  return page.size !== null && !page.contradictory && page.count < page.size;
}
