import type { Patience } from "./call";
import type { Channel } from "./channel";
import type { ChannelPage, ChannelQuery, FetchChannelPage } from "./channel-page";

/** The hub's own default for a page of channels, and the most seen in use. */
export const PAGE_SIZE = 1_000;

/** All channels of a list, as far as it could be read. */
export interface Listing {
  /** By id; what came twice is there once. */
  readonly channels: Map<string, Channel>;
  /** False when channels came or went while it was read: rows repeated, a total that moved, a page missing. */
  readonly steady: boolean;
  /** The last page read. */
  readonly last: ChannelPage;
}

/** What is listed: a page's query, but for its place. */
export type ListingQuery = Omit<ChannelQuery, "limit" | "offset">;

/** Reads a list to its end, from the beginning or from behind pages that are already known. */
export async function listChannels(
  fetchPage: FetchChannelPage,
  query: ListingQuery,
  patience: Patience,
  from?: { readonly offset: number; readonly total: number | null },
): Promise<Listing> {
  const channels = new Map<string, Channel>();
  let offset = from?.offset ?? 0;
  let total = from?.total;
  let steady = true;
  for (;;) {
    const page = await fetchPage({ ...query, limit: PAGE_SIZE, offset }, patience);
    const added = addAll(channels, page.channels);
    total ??= page.total;
    offset += page.count;
    steady &&= page.total === total && added === page.channels.length;
    // A page without anything new would be answered for ever by a server that ignores the offset.
    const stuck = !page.last && (page.count === 0 || added === 0);
    if (page.last || stuck) return { channels, steady: steady && !stuck, last: page };
  }
}

/** Reads the whole list, and once more when it moved meanwhile; a second reading that moved too is added to the first. */
export async function listChannelsSteadily(
  fetchPage: FetchChannelPage,
  query: ListingQuery,
  patience: Patience,
): Promise<Listing> {
  const first = await listChannels(fetchPage, query, patience);
  if (first.steady) return first;
  const second = await listChannels(fetchPage, query, patience);
  if (second.steady) return second;
  return { ...second, channels: new Map([...first.channels, ...second.channels]) };
}

/** Whether two readings found the same channels. */
export function sameIds(one: Listing, other: Listing): boolean {
  return (
    one.channels.size === other.channels.size &&
    [...one.channels.keys()].every((id) => other.channels.has(id))
  );
}

function addAll(channels: Map<string, Channel>, page: readonly Channel[]): number {
  const before = channels.size;
  for (const channel of page) channels.set(channel.id, channel);
  return channels.size - before;
}
