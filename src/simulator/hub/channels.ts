import type { Handler, JsonObject } from "../routing";
import { type Channel, channelFields, channelFilterFields, type World } from "../world";
import { channelJson } from "./channel-json";
import { churn, endChurn } from "./churn";
import { type Collection, listPage } from "./list";
import type { FilterValue } from "./list-query";
import { ownPartner } from "./own-partner";
import { trackingFields } from "./tracking-fields";

/** GET /partners/{partner}/channels: the only documented way to read a channel, alone by filtering by its id. */
export const channels: Handler = (world, call) => {
  const partnerId = ownPartner(call);
  if (world.settings.churn === 0) endChurn(world.store, partnerId);
  return listPage(call.query, world.settings, channelsOf(world, partnerId));
};

/** A channel as the hub shows it when tracking is reported to be so. */
export function shownChannel(world: World, channel: Channel, tracking: boolean): JsonObject {
  const client = world.store.client(channel.client_id);
  const { settings } = world;
  return channelJson(channel, client, trackingFields(channel, tracking, settings), settings);
}

function channelsOf(world: World, partnerId: string): Collection<Channel> {
  const { ctwaField } = world.settings;
  const own = ctwaField === null ? [] : [ctwaField];
  return {
    key: "partner_channels",
    sortable: [...channelFields, ...own],
    filterable: [...channelFilterFields, ...own],
    searched: ["id", "setup_info.phone_number", "setup_info.phone_name", "client.name"],
    candidates: (filters) => candidates(world, partnerId, filters),
    peek: (channel) => shownChannel(world, channel, world.delayedFlags.peek(channel.id, channel.ctwa)),
    show: (channel) => shownChannel(world, channel, world.delayedFlags.read(channel.id, channel.ctwa)),
    followed: () => churn(world.store, partnerId, world.settings.churn),
  };
}

function candidates(
  world: World,
  partnerId: string,
  filters: ReadonlyMap<string, FilterValue>,
): readonly Channel[] {
  const id = filters.get("id");
  const clientId = filters.get("client_id");
  if (typeof id === "string") {
    const channel = world.store.channel(id);
    return channel?.partner_id === partnerId ? [channel] : [];
  }
  return world.store.channelsOf(partnerId, typeof clientId === "string" ? clientId : undefined);
}
