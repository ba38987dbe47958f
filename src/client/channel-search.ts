import type { CallApi } from "./api";
import type { Patience } from "./call";
import type { Channel } from "./channel";
import { channelDecoder } from "./channel-decode";
import { type ChannelFilter, channelConditions } from "./channel-filter";
import { type Condition, digitsOf, phoneAt } from "./condition";
import { CHANNELS } from "./list-page";
import { searchList } from "./list-search";

/** All channels that match, all pages, by id. */
export async function searchChannels(
  callApi: CallApi,
  ctwaField: string | null,
  search: { readonly partnerId: string; readonly filter: ChannelFilter; readonly withJson: boolean },
  patience: Patience,
): Promise<Channel[]> {
  const { partnerId, filter, withJson } = search;
  const searched = { list: CHANNELS, decode: channelDecoder(ctwaField) };
  for (const phone of phoneConditions(filter.phoneNumber)) {
    const conditions = [...channelConditions(filter), ...phone];
    const found = await searchList(callApi, searched, { partnerId, conditions, withJson }, patience);
    if (found.length > 0) return found;
  }
  return [];
}

// The hub compares numbers by the letter: as given, then with and without a plus.
function phoneConditions(phone: string | null | undefined): Condition[][] {
  if (!phone) return [[]];
  const digits = digitsOf(phone);
  const place = "setup_info.phone_number";
  return [...new Set([phone, `+${digits}`, digits])].map((form) => [
    { asked: [place, form], ...phoneAt(place, phone) },
  ]);
}
