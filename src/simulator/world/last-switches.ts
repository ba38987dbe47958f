/** The last change of a channel's tracking state. */
export interface LastSwitch {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly to: boolean;
  /** "api": the simulated hub was asked; "control": it was changed without the API. */
  readonly by: "api" | "control";
}

/** Who switched which channel last, since the start. */
export interface LastSwitches {
  note(channelId: string, done: LastSwitch): void;
  of(channelId: string): LastSwitch | null;
  clear(): void;
}

/** Nothing was switched yet. */
export function createLastSwitches(): LastSwitches {
  const last = new Map<string, LastSwitch>();
  return {
    note: (channelId, done) => void last.set(channelId, done),
    of: (channelId) => last.get(channelId) ?? null,
    clear: () => last.clear(),
  };
}
