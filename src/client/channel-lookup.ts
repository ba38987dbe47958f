import type { Patience } from "./call";
import type { Channel } from "./channel";
import { type Listing, listChannels, sameIds } from "./channel-listing";
import type { FetchChannelPage } from "./channel-page";

/** What asking for one channel by its id brought. */
export type LookUp =
  | { readonly kind: "found"; readonly channel: Channel; readonly filtersIgnored: boolean }
  | { readonly kind: "absent" }
  /** Neither: the hub did not filter, or its answer contradicts itself. */
  | { readonly kind: "unclear"; readonly filtersIgnored: boolean };

// One row is expected; a hub that does not filter shows it with two.
const LOOK_UP_SIZE = 10;

/** Asks for one channel by its id: the hub has no path for one channel, only a filter. */
export async function lookUpChannel(
  fetchPage: FetchChannelPage,
  partnerId: string,
  id: string,
  patience: Patience,
): Promise<LookUp> {
  const page = await fetchPage({ partnerId, limit: LOOK_UP_SIZE, offset: 0, filters: { id } }, patience);
  const channel = page.channels.find((row) => row.id === id);
  const filtersIgnored = page.channels.some((row) => row.id !== id);
  if (channel !== undefined) return { kind: "found", channel, filtersIgnored };
  // No rows and a total above zero is a contradiction, not an absence.
  const absent = page.count === 0 && (page.total ?? 0) === 0;
  return absent ? { kind: "absent" } : { kind: "unclear", filtersIgnored };
}

const MOST_LISTINGS = 4;

/**
 * Reads the whole list until the channel is on it, or until two readings in a row agree.
 * @throws DecodeError when the readings go on contradicting each other
 */
export async function listUntilAgreed(
  fetchPage: FetchChannelPage,
  partnerId: string,
  wanted: string | null,
  patience: Patience,
  onListing: (listing: Listing) => void,
): Promise<Listing> {
  let before = await listChannels(fetchPage, { partnerId }, patience);
  onListing(before);
  for (let readings = 1; readings < MOST_LISTINGS; readings += 1) {
    if (wanted !== null && before.channels.has(wanted)) return before;
    const now = await listChannels(fetchPage, { partnerId }, patience);
    onListing(now);
    if (now.steady && before.steady && sameIds(before, now)) return now;
    before = now;
  }
  if (wanted !== null && before.channels.has(wanted)) return before;
  throw before.last.unusable(
    `the list of channels was different each of ${MOST_LISTINGS} times, so that nothing can be said to be absent`,
  );
}
