import type { Patience } from "../call";
import type { ApiReply, ApiRequest, CallApi } from "../call-api";
import { countIn, elementTexts, isJsonObject, type JsonObject, objectIn, ownMember } from "../json";

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
  readonly limit: number;
  readonly offset: number;
}

/** One page of a list. */
export interface Page<T> {
  readonly rows: readonly T[];
  /** How many rows came, those that could not be read included. */
  readonly count: number;
  /** How many there are in all, or null where the hub does not say. */
  readonly total: number | null;
  /** Whether this page reaches the end of the list. */
  readonly last: boolean;
  /** The filters that the hub says it applied. */
  readonly applied: ReadonlySet<string>;
  /** An error about this page. */
  readonly unusable: ApiReply["unusable"];
}

/** Asks for one page of a list. */
export type FetchPage<T> = (query: PageQuery, patience: Patience) => Promise<Page<T>>;

/** Reads a row, whose text comes along where it was asked for; null where it is none. */
export type DecodeRow<T> = (row: JsonObject, json: string | undefined) => T | null;

/** The one place that speaks to the hub's lists. */
export function createFetchPage<T>(callApi: CallApi, list: HubList, decode: DecodeRow<T>): FetchPage<T> {
  return async (query, patience) => {
    const reply = await callApi(
      {
        api: "hub",
        purpose: list.path,
        method: "GET",
        segments: ["partners", query.partnerId, list.path],
        query: {
          limit: String(query.limit),
          offset: String(query.offset),
          sort: "id",
          ...(query.filters === undefined ? {} : { filters: JSON.stringify(query.filters) }),
        },
      },
      patience,
    );
    return decodePage(reply, query, list.key, decode);
  };
}

function decodePage<T>(reply: ApiReply, query: PageQuery, key: string, decode: DecodeRow<T>): Page<T> {
  const body = reply.json();
  const rows = isJsonObject(body) ? ownMember(body, key) : undefined;
  if (!isJsonObject(body) || !Array.isArray(rows)) throw reply.unusable(`it holds no list ${key}`);
  const texts = query.withJson === true ? elementTexts(reply.body, key) : [];
  const total = countIn(body, "total");
  return {
    rows: rows
      .map((row: unknown, index) => (isJsonObject(row) ? decode(row, texts[index]) : null))
      .filter((row) => row !== null),
    count: rows.length,
    total,
    last: isLast(rows.length, query.offset, total, countIn(body, "limit")),
    applied: new Set(Object.keys(objectIn(body, "filters"))),
    unusable: reply.unusable,
  };
}

// The hub may give less per page than was asked for: a short page ends the list only where it says what it gave.
function isLast(count: number, offset: number, total: number | null, givenLimit: number | null): boolean {
  if (total !== null) return offset + count >= total;
  return count === 0 || (givenLimit !== null && count < givenLimit);
}
