import type { Ad, Channel, Client, FacebookAccount, KeywordPostback, Partner, Seed } from "./records";

/** The world of the simulator, indexed the ways that its routes ask. What it hands out is live: copy to keep. */
export interface Store {
  partner(id: string): Partner | undefined;
  partners(): readonly Partner[];
  client(id: string): Client | undefined;
  /** Sorted by id. */
  clientsOf(partnerId: string): readonly Client[];
  channel(id: string): Channel | undefined;
  /** All of a partner, or of one of its clients; sorted by id. */
  channelsOf(partnerId: string, clientId?: string): readonly Channel[];
  /** Every channel of every partner, sorted by id. */
  channels(): readonly Channel[];
  channelOfApp(appId: string): Channel | undefined;
  /** Adds the channel, or replaces the one with its id. */
  putChannel(channel: Channel): void;
  /** False if there was none. */
  removeChannel(id: string): boolean;
  facebookAccountsOf(clientId: string): readonly FacebookAccount[];
  /** In the order of the seed. */
  adsOf(appId: string): readonly Ad[];
  keywordPostback(adId: string, keywordId: string): KeywordPostback | undefined;
  /** Adds the address, or replaces the one that the keyword has. */
  putKeywordPostback(postback: KeywordPostback): void;
  /** All of them, in the order in which their keywords got one. */
  keywordPostbacks(): readonly KeywordPostback[];
  /** False if there was none. */
  removeKeywordPostback(adId: string, keywordId: string): boolean;
}

/** A store that holds what the seed says. */
export function createStore(seed: Seed): Store {
  const partners = new Map(seed.partners.map((partner) => [partner.id, partner]));
  const clients = new Map(seed.clients.map((client) => [client.id, client]));
  const clientsByPartner = groupBy(sortById(seed.clients), (client) => client.partner_id);
  const accounts = groupBy(seed.facebookAccounts, (account) => account.client_id);
  const ads = groupBy(seed.ads, (ad) => ad.app_id);
  const postbacks = new Map(seed.keywordPostbacks.map((one) => [keywordKey(one.ad_id, one.keyword_id), one]));
  const channels = createChannelIndex(seed.channels);
  return {
    partner: (id) => partners.get(id),
    partners: () => [...partners.values()],
    client: (id) => clients.get(id),
    clientsOf: (partnerId) => clientsByPartner.get(partnerId) ?? [],
    facebookAccountsOf: (clientId) => accounts.get(clientId) ?? [],
    adsOf: (appId) => ads.get(appId) ?? [],
    keywordPostback: (adId, keywordId) => postbacks.get(keywordKey(adId, keywordId)),
    putKeywordPostback: (one) => void postbacks.set(keywordKey(one.ad_id, one.keyword_id), one),
    keywordPostbacks: () => [...postbacks.values()],
    removeKeywordPostback: (adId, keywordId) => postbacks.delete(keywordKey(adId, keywordId)),
    ...channels,
  };
}

function keywordKey(adId: string, keywordId: string): string {
  return JSON.stringify([adId, keywordId]);
}

type ChannelIndex = Pick<
  Store,
  "channel" | "channelsOf" | "channels" | "channelOfApp" | "putChannel" | "removeChannel"
>;

// Sorted lists are made when first asked for and thrown away by what moves a channel: a page of 50,000 channels
// must not sort them again. A record is changed in place, so that a switch leaves the lists as they are.
function createChannelIndex(seeded: readonly Channel[]): ChannelIndex {
  const byId = new Map(seeded.map((channel) => [channel.id, { ...channel }]));
  const byApp = new Map<string, Channel>();
  for (const channel of byId.values()) noteApp(channel);
  let groups: Groups | null = null;

  function noteApp(channel: Channel): void {
    if (channel.app_id !== null) byApp.set(channel.app_id, channel);
  }
  function grouped(): Groups {
    groups ??= group([...byId.values()]);
    return groups;
  }

  return {
    channel: (id) => byId.get(id),
    channels: () => grouped().all,
    channelsOf(partnerId, clientId) {
      const { byPartner, byClient } = grouped();
      if (clientId === undefined) return byPartner.get(partnerId) ?? [];
      return (byClient.get(clientId) ?? []).filter((channel) => channel.partner_id === partnerId);
    },
    channelOfApp(appId) {
      const channel = byApp.get(appId);
      return channel?.app_id === appId && byId.get(channel.id) === channel ? channel : undefined;
    },
    putChannel(channel) {
      const before = byId.get(channel.id);
      if (before?.client_id !== channel.client_id || before.partner_id !== channel.partner_id) groups = null;
      const kept = Object.assign(before ?? {}, channel);
      byId.set(channel.id, kept);
      noteApp(kept);
    },
    removeChannel(id) {
      groups = null;
      return byId.delete(id);
    },
  };
}

interface Groups {
  readonly all: readonly Channel[];
  readonly byPartner: ReadonlyMap<string, readonly Channel[]>;
  readonly byClient: ReadonlyMap<string, readonly Channel[]>;
}

function group(channels: readonly Channel[]): Groups {
  const all = sortById(channels);
  return {
    all,
    byPartner: groupBy(all, (channel) => channel.partner_id),
    byClient: groupBy(all, (channel) => channel.client_id),
  };
}

function sortById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const members = groups.get(key(item));
    if (members === undefined) groups.set(key(item), [item]);
    else members.push(item);
  }
  return groups;
}
