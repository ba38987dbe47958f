import type { Channel } from "../../../client";
import type { State } from "./schema";
import { readFromChannel } from "./state-from-channel";

/** Facts from which an import makes a state. */
export interface ImportedChannel {
  readonly partnerId: string;
  /** null if neither the hub nor the import names it. */
  readonly clientId: string | null;
  readonly channel: Channel;
  /** Whether the hub reports tracking as on; null if it reports nothing. */
  readonly reported: boolean | null;
}

/** The first state of a channel that is imported or listed. Its settings have their defaults. */
export function importedState({ partnerId, clientId, channel, reported }: ImportedChannel): State {
  return {
    channel_id: channel.id,
    client_id: clientId,
    partner_id: partnerId,
    enabled: reported,
    on_create: "switch",
    on_destroy: "disable",
    reassert_after: null,
    id: channel.id,
    ...readFromChannel(channel),
    verification: reported === null ? "unverified" : "observed",
    asserted_at: null,
    timeouts: null,
  };
}
