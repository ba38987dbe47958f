import type { Channel } from "../records";
import type { Route } from "../route";
import type { World } from "../world";
import { channelJson, type ReportedFlag } from "./channel-json";
import { channelFields } from "./fields";
import { type Collection, listPage } from "./list";
import type { FilterValue } from "./list-query";
import { ownPartner } from "./own-partner";

/** GET /partners/{partner}/channels: the only documented way to read a channel, alone by filtering by its id. */
export const channelsRoute: Route = {
  name: "channels",
  method: "GET",
  path: "/partners/:partner/channels",
  access: "partner",
  handle: (world, call) => listPage(call.query, world.settings, channelsOf(world, ownPartner(call))),
};

function channelsOf(world: World, partnerId: string): Collection<Channel> {
  const field = world.settings.ctwaField;
  const fields = field === null ? channelFields : [...channelFields, field];
  const show = (channel: Channel, value: boolean) =>
    channelJson(channel, world.store.client(channel.client_id), reported(channel, field, value));
  return {
    key: "partner_channels",
    sortable: fields,
    filterable: fields,
    candidates: (filters) => candidates(world, partnerId, filters),
    peek: (channel) => show(channel, world.delayedFlags.peek(channel.id, channel.ctwa)),
    show: (channel) => show(channel, world.delayedFlags.read(channel.id, channel.ctwa)),
  };
}

function reported(channel: Channel, field: string | null, value: boolean): ReportedFlag | null {
  return field === null || channel.hides_ctwa ? null : { field, value };
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
