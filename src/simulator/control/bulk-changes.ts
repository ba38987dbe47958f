import type { Channel, World } from "../world";
import type { ChannelPatch } from "./channel-patch";
import { matchingChannels, type ViewQuery } from "./channel-view";

/** Changes of all channels that match a filter, the last of which can be undone. */
export interface BulkChanges {
  /** Gives the number of channels. @throws SimulatorError if one cannot be changed so; then none is */
  change(query: ViewQuery, patch: ChannelPatch): number;
  /** Gives the number of channels: 0 if there is nothing to undo. */
  undo(): number;
  /** How many channels an undo would change back. */
  undoable(): number;
  /** Leaves nothing to undo. */
  forget(): void;
}

/** Bulk changes of this world through the change of a single channel. */
export function createBulkChanges(
  world: World,
  changeOne: (id: string, patch: ChannelPatch) => void,
): BulkChanges {
  let last: readonly [id: string, before: ChannelPatch][] = [];
  const present = () => last.filter(([id]) => world.store.channel(id) !== undefined);
  const restore = (changed: readonly [id: string, before: ChannelPatch][]) => {
    for (const [id, before] of changed) changeOne(id, before);
  };
  return {
    change(query, patch) {
      const changed: [string, ChannelPatch][] = [];
      try {
        // A change may take a channel out of the filter: the list is made first.
        for (const channel of [...matchingChannels(world, query)]) {
          const before = fieldsOf(channel, patch);
          changeOne(channel.id, patch);
          changed.push([channel.id, before]);
        }
      } catch (error) {
        restore(changed);
        throw error;
      }
      last = changed;
      return changed.length;
    },
    undo() {
      const changed = present();
      restore(changed);
      last = [];
      return changed.length;
    },
    undoable: () => present().length,
    forget() {
      last = [];
    },
  };
}

function fieldsOf(channel: Channel, patch: ChannelPatch): ChannelPatch {
  return Object.fromEntries(Object.keys(patch).map((name) => [name, channel[name as keyof Channel]]));
}
