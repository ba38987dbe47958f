import type { Channel } from "./channel";

/** Puts the rows of one answer on the shelf, but for channels that were written since it was asked for. */
export interface Keeping {
  all(channels: Iterable<Channel>): void;
  one(channel: Channel): void;
  absent(id: string): void;
}

/** What is known of channels, and what is in doubt since we wrote it. */
export class ChannelShelf {
  private readonly channels = new Map<string, Channel>();
  private readonly doubtful = new Set<string>();
  private readonly writtenAt = new Map<string, number>();
  private writes = 0;

  get(id: string): Channel | undefined {
    return this.channels.get(id);
  }

  /** The same, but for channels that were written and not read since. */
  certain(id: string): Channel | undefined {
    return this.doubtful.has(id) ? undefined : this.channels.get(id);
  }

  /** Whether the channel was written and not read since. */
  isDoubtful(id: string): boolean {
    return this.doubtful.has(id);
  }

  /** Says that a channel was written. */
  doubt(id: string): void {
    this.writes += 1;
    this.writtenAt.set(id, this.writes);
    this.doubtful.add(id);
  }

  /** To be called before asking: an answer that was under way when we wrote may show the world before. */
  opened(): Keeping {
    const since = this.writes;
    const keeps = (id: string) => (this.writtenAt.get(id) ?? 0) <= since;
    const one = (channel: Channel) => {
      if (!keeps(channel.id)) return;
      this.channels.set(channel.id, channel);
      this.doubtful.delete(channel.id);
    };
    return {
      one,
      all: (channels) => {
        for (const channel of channels) one(channel);
      },
      // Needs no such care: what is not on the shelf is looked up before it is said to be absent.
      absent: (id) => {
        this.channels.delete(id);
        this.doubtful.delete(id);
      },
    };
  }
}
