import type { Channel, LastSwitch, World } from "../world";

/** Which channels to look at. */
export interface ViewQuery {
  /** What id, client, name or phone number contain, in any case. */
  readonly text?: string;
  /** A client's id; or, if there is no client with this id, a part of a client's id or name. */
  readonly client?: string;
  readonly tracking?: "on" | "off";
  readonly state?: ChannelState;
  /** @default "id" */
  readonly sort?: ChannelSort;
  readonly descending?: boolean;
  readonly offset?: number;
  /** @default 50 */
  readonly limit?: number;
}

/** The states that channels are filtered by; "other" is a status that is not verified. */
export const channelStates = ["live", "sandbox", "cancelled", "terminated", "other"] as const;
export type ChannelState = (typeof channelStates)[number];

/** What channels are sorted by. */
export const channelSorts = ["id", "client", "tracking", "state", "switched"] as const;
export type ChannelSort = (typeof channelSorts)[number];

/** A channel as a person wants to see it. */
export interface ViewedChannel extends Pick<Channel, "id" | "partner_id" | "client_id" | "ctwa"> {
  readonly client_name: string | null;
  readonly phone_name: string | null;
  readonly phone_number: string | null;
  readonly account_mode: string;
  readonly status: string | null;
  readonly cancelled_at: string | null;
  readonly terminated_at: string | null;
  readonly last_switch: LastSwitch | null;
}

/** A part of all channels, and how many there are. */
export interface ChannelView {
  /** How many match, and how many of them have tracking on. */
  readonly total: number;
  readonly total_on: number;
  /** Of all channels, matching or not. */
  readonly on: number;
  readonly all: number;
  readonly offset: number;
  readonly channels: readonly ViewedChannel[];
}

/** The channels of every partner that match, from `offset` on; past the end: the last ones. */
export function viewChannels(world: World, query: ViewQuery): ChannelView {
  const { offset = 0, limit = 50 } = query;
  const channels = world.store.channels();
  const found = matchingChannels(world, query);
  const lastPage = Math.max(0, Math.ceil(found.length / limit) - 1) * limit;
  const from = Math.min(offset, lastPage);
  return {
    total: found.length,
    total_on: found.filter(({ ctwa }) => ctwa).length,
    on: channels.filter(({ ctwa }) => ctwa).length,
    all: channels.length,
    offset: from,
    channels: inOrder(world, found, query)
      .slice(from, from + limit)
      .map((channel) => viewed(world, channel)),
  };
}

/** All channels that match the filters of a query, by id. */
export function matchingChannels(
  world: World,
  { text = "", client = "", tracking, state }: ViewQuery,
): readonly Channel[] {
  const matches = matcher(world, text.trim().toLowerCase());
  const isOfClient = clientMatcher(world, client.trim());
  return world.store
    .channels()
    .filter(
      (channel) =>
        (tracking === undefined || channel.ctwa === (tracking === "on")) &&
        (state === undefined || stateOf(world, channel) === state) &&
        isOfClient(channel) &&
        matches(channel),
    );
}

function stateOf(
  { clock }: World,
  { terminated_at, cancelled_at, status, account_mode }: Channel,
): ChannelState {
  if (terminated_at !== null && !(Date.parse(terminated_at) > clock.now())) return "terminated";
  if (cancelled_at !== null) return "cancelled";
  if (status !== "verified") return "other";
  return account_mode === "live" ? "live" : "sandbox";
}

/** The store lists channels by id, and equal ones keep that order. */
function inOrder(world: World, channels: readonly Channel[], query: ViewQuery): readonly Channel[] {
  const { sort = "id", descending = false } = query;
  if (sort === "id") return descending ? [...channels].reverse() : channels;
  const keyOf: Readonly<Record<Exclude<ChannelSort, "id">, (channel: Channel) => string | number>> = {
    client: ({ client_id }) => world.store.client(client_id)?.name ?? client_id,
    tracking: ({ ctwa }) => Number(ctwa),
    state: (channel) => channelStates.indexOf(stateOf(world, channel)),
    switched: ({ id }) => world.lastSwitches.of(id)?.at ?? 0,
  };
  const sign = descending ? -1 : 1;
  return channels
    .map((channel) => ({ channel, key: keyOf[sort](channel) }))
    .sort((a, b) => (a.key < b.key ? -sign : Number(a.key > b.key) * sign))
    .map(({ channel }) => channel);
}

function matcher({ store }: World, text: string): (channel: Channel) => boolean {
  if (text === "") return () => true;
  return ({ id, client_id, phone_name, phone_number }) =>
    [id, client_id, store.client(client_id)?.name, phone_name, phone_number].some((value) =>
      value?.toLowerCase().includes(text),
    );
}

function clientMatcher({ store }: World, client: string): (channel: Channel) => boolean {
  if (client === "") return () => true;
  if (store.client(client) !== undefined) return ({ client_id }) => client_id === client;
  const part = client.toLowerCase();
  return ({ client_id }) =>
    [client_id, store.client(client_id)?.name].some((value) => value?.toLowerCase().includes(part));
}

function viewed(world: World, channel: Channel): ViewedChannel {
  return {
    id: channel.id,
    partner_id: channel.partner_id,
    client_id: channel.client_id,
    client_name: world.store.client(channel.client_id)?.name ?? null,
    phone_name: channel.phone_name,
    phone_number: channel.phone_number,
    account_mode: channel.account_mode,
    status: channel.status,
    cancelled_at: channel.cancelled_at,
    terminated_at: channel.terminated_at,
    ctwa: channel.ctwa,
    last_switch: world.lastSwitches.of(channel.id),
  };
}
