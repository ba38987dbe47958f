import type { Patience } from "./call";
import type { Channel } from "./channel";
import { listChannelsSteadily } from "./channel-listing";
import type { FetchChannelPage } from "./channel-page";

/** Which channels are wanted; all of them without a member. */
export interface ChannelFilter {
  readonly clientId?: string | null | undefined;
  readonly status?: string | null | undefined;
  readonly accountMode?: string | null | undefined;
  /** Compared by its digits. */
  readonly phoneNumber?: string | null | undefined;
}

/** All channels that match, all pages, by id. */
export async function searchChannels(
  fetchPage: FetchChannelPage,
  partnerId: string,
  filter: ChannelFilter,
  withJson: boolean,
  patience: Patience,
): Promise<Channel[]> {
  const fits = matcher(filter);
  for (const filters of wordings(filter)) {
    const query = filters === null ? { partnerId, withJson } : { partnerId, withJson, filters };
    const { channels, last } = await listChannelsSteadily(fetchPage, query, patience);
    const found = [...channels.values()].filter(fits);
    if (found.length > 0) return found.sort((a, b) => (a.id < b.id ? -1 : 1));
    const contradicted = channels.size === 0 && (last.total ?? 0) > 0;
    if (contradicted && filters === null)
      throw last.unusable("it holds no channels although its total is not zero");
    if (contradicted) return searchAll(fetchPage, partnerId, fits, withJson, patience);
  }
  return [];
}

// No rows and a total above zero: the hub may count what it filters out. Then all are read and filtered here.
async function searchAll(
  fetchPage: FetchChannelPage,
  partnerId: string,
  fits: (channel: Channel) => boolean,
  withJson: boolean,
  patience: Patience,
): Promise<Channel[]> {
  const all = await searchChannels(fetchPage, partnerId, {}, withJson, patience);
  return all.filter(fits);
}

/** The filter in the hub's field names: as given, and a phone number with and without its plus. */
function wordings(filter: ChannelFilter): (Record<string, string> | null)[] {
  const phones = filter.phoneNumber ? phoneForms(filter.phoneNumber) : [null];
  return phones.map((phone) => {
    const fields = {
      ...(filter.clientId ? { client_id: filter.clientId } : {}),
      ...(filter.status ? { status: filter.status } : {}),
      ...(filter.accountMode ? { account_mode: filter.accountMode } : {}),
      ...(phone === null ? {} : { "setup_info.phone_number": phone }),
    };
    return Object.keys(fields).length === 0 ? null : fields;
  });
}

function phoneForms(phone: string): string[] {
  const digits = digitsOf(phone);
  return [...new Set([phone, `+${digits}`, digits])];
}

// The hub may ignore filters, or take them loosely: what it sends is filtered once more.
function matcher(filter: ChannelFilter): (channel: Channel) => boolean {
  const phone = filter.phoneNumber ? digitsOf(filter.phoneNumber) : null;
  return (channel) =>
    (!filter.clientId || channel.clientId === filter.clientId) &&
    (!filter.status || channel.status === filter.status) &&
    (!filter.accountMode || channel.accountMode === filter.accountMode) &&
    (phone === null || (channel.phoneNumber !== null && digitsOf(channel.phoneNumber) === phone));
}

function digitsOf(phone: string): string {
  return phone.replace(/\D/g, "");
}
