import type { ApiReply, CallApi } from "./api";
import type { Patience } from "./call";
import type { Channel } from "./channel";
import { decodeChannel } from "./channel-decode";
import { countIn, isJsonObject, ownMember } from "./json";
import { elementTexts } from "./json-text";

/** Which part of the channel list is asked for. */
export interface ChannelQuery {
  readonly partnerId: string;
  readonly limit: number;
  readonly offset: number;
  /** By the hub's own field names, dotted where nested. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Whether each channel keeps its object as text. @default false */
  readonly withJson?: boolean;
}

/** One page of the channel list. */
export interface ChannelPage {
  readonly channels: readonly Channel[];
  /** How many rows came, those that are no channel included. */
  readonly count: number;
  /** How many there are in all, or null where the hub does not say. */
  readonly total: number | null;
  /** Whether this page reaches the end of the list. */
  readonly last: boolean;
  /** An error about this page. */
  readonly unusable: ApiReply["unusable"];
}

/** Asks for one page of the channel list. */
export type FetchChannelPage = (query: ChannelQuery, patience: Patience) => Promise<ChannelPage>;

/** The one place that speaks to the channel list. */
export function createFetchChannelPage(callApi: CallApi, ctwaField: string | null): FetchChannelPage {
  return async (query, patience) => {
    const reply = await callApi(
      {
        api: "hub",
        purpose: "channels",
        method: "GET",
        segments: ["partners", query.partnerId, "channels"],
        query: {
          limit: String(query.limit),
          offset: String(query.offset),
          sort: "id",
          ...(query.filters === undefined ? {} : { filters: JSON.stringify(query.filters) }),
        },
      },
      patience,
    );
    return decodePage(reply, query, ctwaField);
  };
}

function decodePage(reply: ApiReply, query: ChannelQuery, ctwaField: string | null): ChannelPage {
  const body = reply.json();
  const rows = isJsonObject(body) ? ownMember(body, "partner_channels") : undefined;
  if (!isJsonObject(body) || !Array.isArray(rows)) {
    throw reply.unusable("it holds no list partner_channels");
  }
  const total = countIn(body, "total");
  return {
    channels: decodeRows(rows, reply.body, query.withJson ?? false, ctwaField),
    count: rows.length,
    total,
    last: isLast(rows.length, query.offset, total, countIn(body, "limit")),
    unusable: reply.unusable,
  };
}

function decodeRows(
  rows: readonly unknown[],
  body: string,
  withJson: boolean,
  ctwaField: string | null,
): Channel[] {
  const texts = withJson ? elementTexts(body, "partner_channels") : [];
  return rows.flatMap((row, index) => {
    const channel = isJsonObject(row) ? decodeChannel(row, ctwaField) : null;
    if (channel === null) return [];
    const json = texts[index];
    return [json === undefined ? channel : { ...channel, json }];
  });
}

// The hub may give less per page than was asked for: a short page ends the list only where it says what it gave.
function isLast(count: number, offset: number, total: number | null, givenLimit: number | null): boolean {
  if (total !== null) return offset + count >= total;
  return count === 0 || (givenLimit !== null && count < givenLimit);
}
