import { type JsonObject, objectIn, textIn } from "../json";
import { timeIn } from "../time";
import { findCtwaFlag } from "./ctwa-flag";
import type { DecodeRow } from "./list-page";
import type { FoundRows } from "./snapshot";

/**
 * One phone number under the partner. Only the fields that this program uses are read; null if the hub sends
 * nothing.
 */
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
  /** Id of the number's messaging instance. Signals calls it the app id. */
  readonly appId: string | null;
  readonly phoneNumber: string | null;
  readonly phoneName: string | null;
  readonly wabaAccountId: string | null;
  /** Meta's own id of the WhatsApp Business Account. */
  readonly wabaExternalId: string | null;
  /** Whether the hub reports CTWA tracking as on; null if no field reports it. */
  readonly ctwaTracking: boolean | null;
  /** Dotted path of the field that reports tracking; null if none does. */
  readonly ctwaField: string | null;
  /** True if the settings name a field and this channel lacks it, or its value is not a boolean. */
  readonly ctwaFieldMissing: boolean;
  /** Times that cannot be parsed, by field name; the fields themselves are null. */
  readonly unreadableTimes?: ReadonlyMap<string, string>;
  /** The channel object as the hub sent it, if it was asked for. */
  readonly json?: string;
}

/** Channels by id; null for a channel whose absence was confirmed. */
export type FoundChannels = FoundRows<Channel>;

/** Makes the decoder of channel rows, which keeps the raw JSON of a row if there is any. */
export function channelDecoder(ctwaField: string | null): DecodeRow<Channel> {
  return (row, json) => {
    const channel = decodeChannel(row, ctwaField);
    return channel === null || json === undefined ? channel : { ...channel, json };
  };
}

/** Decodes a channel object; null if it has no id. */
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
