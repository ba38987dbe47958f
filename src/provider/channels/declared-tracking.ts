import { keyOf, type WrittenChannel } from "./channel-key";

/** A channel whose tracking a plan declares. */
export interface DeclaredChannelTracking extends WrittenChannel {
  /** Id of the channel's messaging app; null if it is not known yet. */
  readonly appId: string | null;
  /** False if tracking is declared off. A value that is not known yet counts as on. */
  readonly enabled: boolean;
}

/** What the plans of this process declare of the tracking of channels, by channel and by app. */
export class DeclaredTracking {
  readonly #byChannel = new Map<string, boolean>();
  readonly #byApp = new Map<string, boolean>();

  /** Notes what a plan declares of a channel. */
  declare({ appId, enabled, ...channel }: DeclaredChannelTracking): void {
    this.#byChannel.set(keyOf(channel), enabled);
    if (appId !== null) this.#byApp.set(appId, enabled);
  }

  /** Whether tracking of a channel is declared on; undefined if no plan of this process declares it. */
  ofChannel(channel: WrittenChannel): boolean | undefined {
    return this.#byChannel.get(keyOf(channel));
  }

  /** The same by the id of the channel's app. */
  ofApp(appId: string): boolean | undefined {
    return this.#byApp.get(appId);
  }
}
