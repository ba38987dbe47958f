/** A channel, as far as writing to it goes: its client may change, the channel stays the same. */
export interface WrittenChannel {
  readonly partnerId: string;
  readonly channelId: string;
}

/** One text per channel, whatever stands in its ids. */
export function keyOf({ partnerId, channelId }: WrittenChannel): string {
  return JSON.stringify([partnerId, channelId]);
}
