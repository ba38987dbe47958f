/** Old tracking states that the hub still reports for some reads after a switch. */
export interface DelayedFlags {
  /** From now on the next `reads` reads of the channel see `old`. */
  hold(channelId: string, old: boolean, reads: number): void;
  /** What a read would see: the held state, or `now`. */
  peek(channelId: string, now: boolean): boolean;
  /** The same, and one read less is left of a held state. */
  read(channelId: string, now: boolean): boolean;
  /** The truth shows at once again. */
  release(channelId: string): void;
  /** The truth of every channel shows at once again. */
  releaseAll(): void;
}

/** No state is held yet. */
export function createDelayedFlags(): DelayedFlags {
  const held = new Map<string, { readonly old: boolean; left: number }>();
  return {
    hold(channelId, old, reads) {
      if (reads > 0) held.set(channelId, { old, left: reads });
    },
    peek: (channelId, now) => held.get(channelId)?.old ?? now,
    read(channelId, now) {
      const entry = held.get(channelId);
      if (entry === undefined) return now;
      entry.left -= 1;
      if (entry.left === 0) held.delete(channelId);
      return entry.old;
    },
    release: (channelId) => void held.delete(channelId),
    releaseAll: () => held.clear(),
  };
}
