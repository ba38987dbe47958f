import type { Patience } from "../call";
import type { Channel } from "./channel";
import { channelDecoder } from "./channel";
import { type ChannelFilter, channelFilters, type FilterEntry, type FilterName } from "./channel-filters";
import { CHANNELS, type ListAccess } from "./list-page";
import { type Search, searchList } from "./list-search";
import { type Condition, digitsOf, emailAt, phoneAt, textAt, timeAt } from "./row-filter";

/** What the rows of a channel list must fulfil, and what of that the hub is asked for; the phone number is apart. */
export function channelConditions(filter: ChannelFilter): Condition[] {
  const names = Object.keys(channelFilters) as FilterName[];
  const conditions = names.flatMap((name) => {
    const wanted = filter[name] ?? "";
    const entry: FilterEntry = channelFilters[name];
    return wanted === "" || entry.kind === "phone" ? [] : [condition(entry, wanted)];
  });
  return filter.id ? [{ asked: ["id", filter.id], ...textAt(["id"], filter.id) }, ...conditions] : conditions;
}

function condition({ kind, hubFilter, places }: FilterEntry, wanted: string | boolean): Condition {
  const asked = hubFilter === null ? null : ([hubFilter, wanted] as const);
  const [place = ""] = places;
  if (kind === "email") return { asked, ...emailAt(places, String(wanted)) };
  if (kind === "from") return { asked, ...timeAt(place, { from: String(wanted) }) };
  if (kind === "to") return { asked, ...timeAt(place, { to: String(wanted) }) };
  return { asked, ...textAt(places, wanted) };
}

/** All channels that match, all pages, by id. */
export async function searchChannels(
  access: ListAccess,
  ctwaField: string | null,
  search: {
    readonly partnerId: string;
    readonly filter: ChannelFilter;
    readonly withJson: boolean;
    readonly onFewer?: Search["onFewer"];
  },
  patience: Patience,
): Promise<Channel[]> {
  const { partnerId, filter, withJson, onFewer } = search;
  const searched = { list: CHANNELS, decode: channelDecoder(ctwaField) };
  for (const phone of phoneConditions(filter.phoneNumber)) {
    const conditions = [...channelConditions(filter), ...phone];
    const found = await searchList(access, searched, { partnerId, conditions, withJson, onFewer }, patience);
    if (found.length > 0) return found;
  }
  return [];
}

// The hub compares numbers literally: as given, then with and without a plus.
function phoneConditions(phone: string | null | undefined): Condition[][] {
  if (!phone) return [[]];
  const digits = digitsOf(phone);
  const { hubFilter } = channelFilters.phoneNumber;
  return [...new Set([phone, `+${digits}`, digits])].map((form) => [
    { asked: [hubFilter, form], ...phoneAt(hubFilter, phone) },
  ]);
}
