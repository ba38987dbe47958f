/** Identifies a channel. The client is not part of it, since a channel can move to another client. */
export interface WrittenChannel {
  readonly partnerId: string;
  readonly channelId: string;
}

/** A unique text for each channel, whatever characters its ids contain. */
export function keyOf({ partnerId, channelId }: WrittenChannel): string {
  return JSON.stringify([partnerId, channelId]);
}
