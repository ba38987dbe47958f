import type { CallLimits } from "../call";
import type { Channel } from "./channel";
import { channelDecoder } from "./channel";
import { type ChannelFilter, channelFilters, type FilterEntry, type FilterName } from "./channel-filters";
import { CHANNELS, type ListAccess } from "./list-page";
import { type Search, type StreamedSearch, searchList, streamList } from "./list-search";
import { digitsOf, emailAt, phoneAt, type RowFilter, textAt, timeAt } from "./row-filter";

/** The row filters of a channel search, except the one for the phone number: see phoneFilters. */
export function channelRowFilters(filter: ChannelFilter): RowFilter[] {
  const names = Object.keys(channelFilters) as FilterName[];
  const filters = names.flatMap((name) => {
    const wanted = filter[name] ?? "";
    const entry: FilterEntry = channelFilters[name];
    return wanted === "" || entry.kind === "phone" ? [] : [rowFilter(entry, wanted)];
  });
  return filter.id ? [{ serverSide: ["id", filter.id], ...textAt(["id"], filter.id) }, ...filters] : filters;
}

function rowFilter({ kind, hubFilter, places }: FilterEntry, wanted: string | boolean): RowFilter {
  const serverSide = hubFilter === null ? null : ([hubFilter, wanted] as const);
  const [place = ""] = places;
  if (kind === "email") return { serverSide, ...emailAt(places, String(wanted)) };
  if (kind === "from") return { serverSide, ...timeAt(place, { from: String(wanted) }) };
  if (kind === "to") return { serverSide, ...timeAt(place, { to: String(wanted) }) };
  return { serverSide, ...textAt(places, wanted) };
}

/** All channels that match, read from all pages and sorted by id. */
export async function searchChannels(
  access: ListAccess,
  ctwaField: string | null,
  search: {
    readonly partnerId: string;
    readonly filter: ChannelFilter;
    readonly withJson: boolean;
    readonly onFewer?: Search["onFewer"];
  },
  limits: CallLimits,
): Promise<Channel[]> {
  const { partnerId, filter, withJson, onFewer } = search;
  const searched = { list: CHANNELS, decode: channelDecoder(ctwaField) };
  for (const phone of phoneFilters(filter.phoneNumber)) {
    const filters = [...channelRowFilters(filter), ...phone];
    const found = await searchList(access, searched, { partnerId, filters, withJson, onFewer }, limits);
    if (found.length > 0) return found;
  }
  return [];
}

/** The channels of a partner, or those of one client, page by page as the hub lists them. */
export function streamChannels(
  access: ListAccess,
  ctwaField: string | null,
  search: Omit<StreamedSearch, "filters"> & { readonly clientId: string | null },
  limits: CallLimits,
): AsyncGenerator<readonly Channel[]> {
  const { clientId, ...rest } = search;
  const searched = { list: CHANNELS, decode: channelDecoder(ctwaField) };
  return streamList(access, searched, { ...rest, filters: channelRowFilters({ clientId }) }, limits);
}

// The hub compares phone numbers literally. The number is tried as given, then with a plus, then without.
function phoneFilters(phone: string | null | undefined): RowFilter[][] {
  if (!phone) return [[]];
  const digits = digitsOf(phone);
  const { hubFilter } = channelFilters.phoneNumber;
  return [...new Set([phone, `+${digits}`, digits])].map((form) => [
    { serverSide: [hubFilter, form], ...phoneAt(hubFilter, phone) },
  ]);
}
