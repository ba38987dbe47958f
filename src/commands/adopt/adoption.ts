import type { Channel } from "../../client";
import { type Nameable, uniqueNames } from "./names";

/** A channel that is written into a configuration. */
export interface AdoptedChannel {
  readonly channel: Channel;
  /** Name of its block. */
  readonly name: string;
  /** Whether the hub reports tracking as on; null if it reports nothing. */
  readonly reported: boolean | null;
  /** What is declared: what the hub reports, else what was asked for. */
  readonly enabled: boolean;
}

/** The channels of one client that are written. */
export interface AdoptedClient {
  /** null for channels that the hub lists without a client. */
  readonly clientId: string | null;
  readonly clientName: string | null;
  /** Name of its fleet and of its file. */
  readonly name: string;
  readonly channels: readonly AdoptedChannel[];
}

/** Everything that is written. */
export interface Adoption {
  readonly partnerId: string;
  readonly clients: readonly AdoptedClient[];
}

/** What an adoption is made from. */
export interface AdoptionInput {
  readonly partnerId: string;
  readonly channels: readonly Channel[];
  readonly trackingOf: (channel: Channel) => boolean | null;
  /** What is declared where the hub reports nothing. */
  readonly unreported: boolean;
  /** Addresses of the root module that states have already. */
  readonly addresses: readonly string[];
}

/** Names of fleets are names of files, too; this file is written beside them. */
export const PROVIDER_FILE = "terraform";

/** Groups channels by client and names them. */
export function adopt({ partnerId, channels, trackingOf, unreported, addresses }: AdoptionInput): Adoption {
  const groups = byClient(channels);
  const fleets = uniqueNames(
    [...groups].map(([id, [first]]) => ({
      id,
      texts: [first?.clientName ?? (id === "" ? "no client" : id)],
    })),
    new Set([PROVIDER_FILE, ...takenBy("dialog360_ctwa_tracking_fleet", addresses)]),
  );
  const blocks = uniqueNames(channels.map(nameable), takenBy("dialog360_channel_ctwa_tracking", addresses));
  const adoptChannel = (channel: Channel): AdoptedChannel => {
    const reported = trackingOf(channel);
    return { channel, reported, enabled: reported ?? unreported, name: blocks.get(channel.id) ?? "" };
  };
  const clients = [...groups].map(([id, members]) => ({
    clientId: id === "" ? null : id,
    clientName: members.find(({ clientName }) => clientName !== null)?.clientName ?? null,
    name: fleets.get(id) ?? "",
    channels: members.map(adoptChannel).sort((a, b) => (a.channel.id < b.channel.id ? -1 : 1)),
  }));
  return { partnerId, clients: clients.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** Channels by client id; "" for those that the hub lists without one. */
export function byClient(channels: readonly Channel[]): ReadonlyMap<string, readonly Channel[]> {
  const groups = new Map<string, Channel[]>();
  for (const channel of channels) {
    const id = channel.clientId ?? "";
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [channel]);
    else group.push(channel);
  }
  return groups;
}

function nameable({ id, clientId, clientName, phoneName, phoneNumber }: Channel): Nameable {
  return { id, texts: [clientName ?? clientId, phoneName ?? phoneNumber] };
}

function takenBy(type: string, addresses: readonly string[]): ReadonlySet<string> {
  const prefix = `${type}.`;
  const own = addresses.filter((address) => address.startsWith(prefix));
  return new Set(own.map((address) => address.slice(prefix.length).replace(/\[.*$/s, "")));
}
