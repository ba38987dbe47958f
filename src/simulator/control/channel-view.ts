import type { Channel, LastSwitch, World } from "../world";

/** Which channels to look at. */
export interface ViewQuery {
  /** What id, client, name or phone number contain, in any case. */
  readonly text?: string;
  readonly tracking?: "on" | "off";
  readonly offset?: number;
  /** @default 50 */
  readonly limit?: number;
}

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
  /** How many match. */
  readonly total: number;
  /** Of all channels, matching or not. */
  readonly on: number;
  readonly all: number;
  readonly offset: number;
  readonly channels: readonly ViewedChannel[];
}

/** The channels of every partner that match, by id, from `offset` on; past the end: the last ones. */
export function viewChannels(world: World, query: ViewQuery): ChannelView {
  const { text = "", tracking, offset = 0, limit = 50 } = query;
  const channels = world.store.channels();
  const matches = matcher(world, text.trim().toLowerCase());
  const found = channels.filter(
    (channel) => (tracking === undefined || channel.ctwa === (tracking === "on")) && matches(channel),
  );
  const lastPage = Math.max(0, Math.ceil(found.length / limit) - 1) * limit;
  const from = Math.min(offset, lastPage);
  return {
    total: found.length,
    on: channels.filter(({ ctwa }) => ctwa).length,
    all: channels.length,
    offset: from,
    channels: found.slice(from, from + limit).map((channel) => viewed(world, channel)),
  };
}

function matcher({ store }: World, text: string): (channel: Channel) => boolean {
  if (text === "") return () => true;
  return ({ id, client_id, phone_name, phone_number }) =>
    [id, client_id, store.client(client_id)?.name, phone_name, phone_number].some((value) =>
      value?.toLowerCase().includes(text),
    );
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
