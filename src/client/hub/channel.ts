import { type JsonObject, objectIn, textIn } from "../json";
import { timeIn } from "../time";
import { findCtwaFlag } from "./ctwa-flag";
import type { DecodeRow } from "./list-page";
import type { FoundRows } from "./snapshot";

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
  /** Times that cannot be read, by the names of their fields; null stands in their places. */
  readonly unreadableTimes?: ReadonlyMap<string, string>;
  /** The channel object as the hub sent it, where it was asked for. */
  readonly json?: string;
}

/** Channels by id; null for one whose absence was confirmed. */
export type FoundChannels = FoundRows<Channel>;

/** Reads channels, their texts included where they come along. */
export function channelDecoder(ctwaField: string | null): DecodeRow<Channel> {
  return (row, json) => {
    const channel = decodeChannel(row, ctwaField);
    return channel === null || json === undefined ? channel : { ...channel, json };
  };
}

/** Reads a channel object; null when it has no id and so is no channel. */
export function decodeChannel(row: JsonObject, ctwaField: string | null): Channel | null {
  const id = textIn(row, "id");
  if (id === null) return null;
  const client = objectIn(row, "client");
  const setup = objectIn(row, "setup_info");
  const waba = objectIn(row, "waba_account");
  const flag = findCtwaFlag(row, ctwaField);
  const unreadable = new Map<string, string>();
  const timeOf = (name: string) => timeIn(row, name, unreadable);
  return {
    id,
    clientId: textIn(row, "client_id") ?? textIn(client, "id"),
    clientName: textIn(client, "name"),
    status: textIn(row, "status"),
    hubStatus: textIn(row, "hub_status"),
    accountMode: textIn(row, "account_mode"),
    createdAt: timeOf("created_at"),
    terminatedAt: timeOf("terminated_at"),
    cancelledAt: timeOf("cancelled_at"),
    appId: textIn(objectIn(row, "integration"), "app_id"),
    phoneNumber: textIn(setup, "phone_number"),
    phoneName: textIn(setup, "phone_name"),
    wabaAccountId: textIn(row, "waba_account_id") ?? textIn(waba, "id"),
    wabaExternalId: textIn(waba, "external_id"),
    ctwaTracking: flag.tracking,
    ctwaField: flag.field,
    ctwaFieldMissing: flag.missing,
    ...(unreadable.size > 0 ? { unreadableTimes: unreadable } : {}),
  };
}
