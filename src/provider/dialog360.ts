import { type Client, type Clock, systemClock } from "../client";
import type { Unknown } from "../framework";
import { ChannelWrites } from "./channel-writes";
import { TrackingFlag } from "./tracking-flag";

/** What one configured provider works with; every operation gets it as `client`. */
export interface Dialog360 {
  readonly client: Client;
  /** The provider's `partner_id`: null where it is not set, UNKNOWN while planning may be. */
  readonly partnerId: string | null | Unknown;
  /** What this process has written to channels. */
  readonly writes: ChannelWrites;
  /** How far the hub's word on the tracking state is trusted. */
  readonly flag: TrackingFlag;
  readonly clock: Pick<Clock, "now" | "sleep">;
}

/** Parts of a configured provider that differ from case to case. */
export interface Dialog360Parts {
  readonly client: Client;
  readonly partnerId: string | null | Unknown;
  readonly ctwaStatusField: string | null;
  /** @default the machine's clock */
  readonly clock?: Pick<Clock, "now" | "sleep">;
}

/** Makes a configured provider, in which nothing has been written yet. */
export function createDialog360({ client, partnerId, ctwaStatusField, clock }: Dialog360Parts): Dialog360 {
  return {
    client,
    partnerId,
    writes: new ChannelWrites(),
    flag: new TrackingFlag(ctwaStatusField),
    clock: clock ?? systemClock,
  };
}
