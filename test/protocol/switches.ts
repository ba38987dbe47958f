/** Type of the resource that switches tracking of one channel. */
export const TRACKING = "dialog360_channel_ctwa_tracking";

/** Type of the resource that switches tracking of many. */
export const FLEET = "dialog360_ctwa_tracking_fleet";

/** The switch of one channel, as an object in a state or a configuration has it. */
export interface Switch {
  readonly address: string;
  readonly channelId: string;
  readonly enabled: boolean;
  /** Whether the object itself says that it may be otherwise. */
  readonly open: boolean;
}

interface Attributes {
  readonly channel_id?: string;
  readonly enabled?: boolean;
  readonly verification?: string;
  readonly channels?: Readonly<Record<string, boolean>>;
  readonly pending?: Readonly<Record<string, string>> | null;
}

/** The switches that an object has: a block one, a fleet one for each key. */
export function switchesOf(address: string, attributes: object): readonly Switch[] {
  const { channels = {}, pending, ...block } = attributes as Attributes;
  if (!address.startsWith(`${FLEET}.`)) {
    const { channel_id: channelId = "", enabled = true, verification } = block;
    return [{ address, channelId, enabled, open: verification === "stale" }];
  }
  return Object.entries(channels).map(([channelId, enabled]) => ({
    address,
    channelId,
    enabled,
    open: Object.hasOwn(pending ?? {}, channelId),
  }));
}
