import type { Fault, Faults } from "../faults";
import {
  type Channel,
  type Client,
  changedSettings,
  type KeywordPostback,
  type Seed,
  type Settings,
  SimulatorError,
  type World,
} from "../world";
import { newChannel } from "../world/seed";
import { type BulkChanges, createBulkChanges } from "./bulk-changes";
import { type ChannelPatch, checkFields } from "./channel-patch";
import { type ChannelView, type ViewQuery, viewChannels } from "./channel-view";

/** Reads and changes the simulated world without its API. Returned objects are copies. */
export interface Control {
  /** Every channel, or those of one partner; sorted by id. */
  channels(partnerId?: string): readonly Channel[];
  channel(id: string): Channel | undefined;
  /** Some of the channels, as a person wants to see them. */
  view(query?: ViewQuery): ChannelView;
  /** The ids of all partners; their credentials stay in the store. */
  partners(): readonly string[];
  clients(partnerId: string): readonly Client[];
  /** Adds a channel: id and client_id are needed. @throws SimulatorError */
  addChannel(channel: ChannelPatch & { readonly id: string; readonly client_id: string }): Channel;
  /** Changes some fields; tracking changed so is reported at once. @throws SimulatorError */
  changeChannel(id: string, patch: ChannelPatch): Channel;
  /** False if there was none. */
  removeChannel(id: string): boolean;
  /** Changes of many channels at once. */
  readonly bulk: BulkChanges;
  /** The address of every keyword that has one. */
  postbacks(): readonly KeywordPostback[];
  /** Sets the address of a keyword; any text will do. @throws SimulatorError */
  setPostback(postback: KeywordPostback): KeywordPostback;
  /** False if there was none. */
  removePostback(adId: string, keywordId: string): boolean;
  /** Makes channels, postbacks, settings, faults and tokens as they were at the start. */
  reset(): void;
  settings(): Settings;
  /** @throws SimulatorError */
  changeSettings(patch: Partial<Settings>): Settings;
  /** @throws SimulatorError */
  addFault(fault: Fault): void;
  /** Faults that have requests left to meet. */
  faults(): readonly Fault[];
  /** The numbers of these faults, in the same order. */
  faultNumbers(): readonly number[];
  /** False if no fault with this number waits. */
  removeFault(number: number): boolean;
  clearFaults(): void;
  /** All tokens that /token gave out stop working. */
  revokeTokens(): void;
  /** Every token that /token gave out, to look for leaks; not offered over HTTP. */
  issuedTokens(): readonly string[];
}

/** The control of this world and its faults. */
export function createControl(world: World, faults: Faults, seed: Seed): Control {
  const startSettings = world.settings;
  const { store, tokens } = world;
  const bulk = createBulkChanges(world, (id, patch) => changeChannel(world, id, patch));
  return {
    channels: (partnerId) => (partnerId ? store.channelsOf(partnerId) : store.channels()).map(copy),
    channel: (id) => tryCopy(store.channel(id)),
    view: (query = {}) => viewChannels(world, query),
    partners: () => store.partners().map(({ id }) => id),
    clients: (partnerId) => store.clientsOf(partnerId),
    addChannel: (channel) => addChannel(world, channel),
    changeChannel: (id, patch) => changeChannel(world, id, patch),
    removeChannel(id) {
      world.delayedFlags.release(id);
      return store.removeChannel(id);
    },
    bulk,
    postbacks: () => store.keywordPostbacks().map((one) => ({ ...one })),
    setPostback: (postback) => setPostback(world, postback),
    removePostback: (adId, keywordId) => store.removeKeywordPostback(adId, keywordId),
    reset() {
      for (const { ad_id, keyword_id } of store.keywordPostbacks())
        store.removeKeywordPostback(ad_id, keyword_id);
      for (const postback of seed.keywordPostbacks) store.putKeywordPostback(postback);
      for (const { id } of [...store.channels()]) store.removeChannel(id);
      for (const channel of seed.channels) store.putChannel({ ...channel });
      world.settings = startSettings;
      faults.clear();
      tokens.revokeAll();
      bulk.forget();
      world.lastSwitches.clear();
      world.delayedFlags.releaseAll();
    },
    settings: () => world.settings,
    changeSettings(patch) {
      world.settings = changedSettings(world.settings, patch);
      return world.settings;
    },
    addFault: (fault) => faults.add(fault),
    faults: () => faults.list(),
    faultNumbers: () => faults.numbers(),
    removeFault: (number) => faults.remove(number),
    clearFaults: () => faults.clear(),
    revokeTokens: () => tokens.revokeAll(),
    issuedTokens: () => tokens.issued(),
  };
}

function setPostback({ store }: World, { ad_id, keyword_id, url }: KeywordPostback): KeywordPostback {
  const postback = { ad_id, keyword_id, url };
  if (!Object.values(postback).every((value) => typeof value === "string" && value !== ""))
    throw new SimulatorError("A postback needs ad_id, keyword_id and url, all of them texts.");
  store.putKeywordPostback(postback);
  return { ...postback };
}

function addChannel(world: World, given: ChannelPatch & { id: string; client_id: string }): Channel {
  checkFields(given);
  if (!given.id || !given.client_id) throw new SimulatorError("A new channel needs id and client_id.");
  if (world.store.channel(given.id)) throw new SimulatorError(`There is already a channel ${given.id}.`);
  const client = existingClient(world, given.client_id);
  return put(world, newChannel({ partner_id: client.partner_id, ...given }));
}

function changeChannel(world: World, id: string, patch: ChannelPatch): Channel {
  const channel = world.store.channel(id);
  if (channel === undefined) throw new SimulatorError(`There is no channel ${id}.`);
  checkFields(patch);
  if ("id" in patch) throw new SimulatorError("A channel's id never changes.");
  if ("ctwa" in patch) world.delayedFlags.release(id);
  const before = channel.ctwa;
  const changed = put(world, { ...channel, ...patch });
  if (changed.ctwa !== before) {
    world.lastSwitches.note(id, { at: world.clock.now(), to: changed.ctwa, by: "control" });
  }
  return changed;
}

function put(world: World, channel: Channel): Channel {
  const client = existingClient(world, channel.client_id);
  if (client.partner_id !== channel.partner_id) {
    throw new SimulatorError(
      `Client ${client.id} belongs to ${client.partner_id}, not to ${channel.partner_id}.`,
    );
  }
  world.store.putChannel(channel);
  return copy(channel);
}

function existingClient(world: World, id: string): Client {
  const client = world.store.client(id);
  if (client === undefined) throw new SimulatorError(`There is no client ${id}.`);
  return client;
}

function copy(channel: Channel): Channel {
  return { ...channel };
}

function tryCopy(channel: Channel | undefined): Channel | undefined {
  return channel && copy(channel);
}
