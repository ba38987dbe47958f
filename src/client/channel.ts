import type { FoundRows } from "./collect";

/** One phone number under the partner, as far as anybody here reads it; null where the hub has nothing. */
export interface Channel {
  readonly id: string;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly status: string | null;
  readonly hubStatus: string | null;
  /** "sandbox" or "live". */
  readonly accountMode: string | null;
  readonly createdAt: string | null;
  readonly terminatedAt: string | null;
  readonly cancelledAt: string | null;
  /** Id of the number's messaging instance: what Signals calls its app. */
  readonly appId: string | null;
  readonly phoneNumber: string | null;
  readonly phoneName: string | null;
  readonly wabaAccountId: string | null;
  /** Meta's own id of the WhatsApp Business Account. */
  readonly wabaExternalId: string | null;
  /** Whether the hub reports CTWA tracking as on; null where no field says so. */
  readonly ctwaTracking: boolean | null;
  /** Dotted path of the field that says so. */
  readonly ctwaField: string | null;
  /** True when a field is named in the settings and this channel lacks it, or it is not a boolean. */
  readonly ctwaFieldMissing: boolean;
  /** The channel object as the hub sent it, where it was asked for. */
  readonly json?: string;
}

/** Channels by id; null for one whose absence was confirmed. */
export type FoundChannels = FoundRows<Channel>;
