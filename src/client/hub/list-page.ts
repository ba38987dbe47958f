import type { CallLimits } from "../call";
import type { ApiReply, ApiRequest, CallApi } from "../call-api";
import { countIn, elementTexts, isJsonObject, type JsonObject, objectIn, ownMember } from "../json";
import type { PageSize } from "./page-size";

/** A row of one of the hub's lists. */
export interface Row {
  readonly id: string;
}

/** One of the hub's lists: the last part of its path, and the name under which its rows come. */
export interface HubList {
  readonly path: ApiRequest["purpose"] & ("channels" | "clients");
  readonly key: string;
}

/** The channels of a partner. */
export const CHANNELS: HubList = { path: "channels", key: "partner_channels" };

/** The clients of a partner. */
export const CLIENTS: HubList = { path: "clients", key: "clients" };

/** Whose rows are asked for, and which. */
export interface ListQuery {
  readonly partnerId: string;
  /** By the hub's own field names, dotted where nested. */
  readonly filters?: Readonly<Record<string, string | boolean>>;
  /** Whether each row's object is handed on as text. @default false */
  readonly withJson?: boolean;
}

/** Which part of the list is asked for. */
export interface PageQuery extends ListQuery {
  /** @default as many rows as the hub takes per page */
  readonly limit?: number;
  readonly offset: number;
}

/** One page of a list. */
export interface Page<T> {
  readonly rows: readonly T[];
  /** How many rows came, those that could not be read included. */
  readonly count: number;
  /** How many there are in all; null where the hub does not say, or where its number is less than it has shown. */
  readonly total: number | null;
  /** True where the hub's number is less than it has shown: then its other numbers are not believed either. */
  readonly contradictory: boolean;
  /** The size of a page as the hub reports it, or null. */
  readonly size: number | null;
  /** The filters that the hub says it applied. */
  readonly applied: ReadonlySet<string>;
  /** An error about this page. */
  readonly unusable: ApiReply["unusable"];
}

/** Asks for one page of a list. */
export type FetchPage<T> = (query: PageQuery, limits: CallLimits) => Promise<Page<T>>;

/** Reads a row, whose text comes along where it was asked for; null where it is none. */
export type DecodeRow<T> = (row: JsonObject, json: string | undefined) => T | null;

/** What asking for pages needs. */
export interface ListAccess {
  readonly callApi: CallApi;
  readonly pageSize: PageSize;
}

/** The one place that speaks to the hub's lists. */
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

/** What is known of the pages before one. */
export interface Before {
  /** Rows behind the page's end, from the list's beginning. */
  readonly reached: number;
  /** How many rows the list has; null where the hub has not said it credibly. */
  readonly total: number | null;
  /** Rows of the longest page so far, this one included. */
  readonly longest: number;
  /** Whether this is the first page. */
  readonly first: boolean;
}

/**
 * Whether a page reaches the end of its list. The hub may give less per page than was asked for, and its total may be
 * wrong, so a page that is as full as its limit is never the last.
 */
export function isLastPage(page: Page<unknown>, { reached, total, longest, first }: Before): boolean {
  // An empty page before the total is a contradiction, and the end of nothing.
  if (page.count === 0) return total === null || reached >= total;
  if (total !== null && reached < total) return false;
  // Shorter than another page of the same list: not cut off by a limit.
  if (!first && page.count < longest) return true;
  return page.size !== null && !page.contradictory && page.count < page.size;
}
