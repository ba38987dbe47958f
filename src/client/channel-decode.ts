import type { Channel } from "./channel";
import { findCtwaFlag } from "./ctwa-flag";
import { type JsonObject, objectIn, textIn } from "./json";
import type { DecodeRow } from "./list-page";

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
  return {
    id,
    clientId: textIn(row, "client_id") ?? textIn(client, "id"),
    clientName: textIn(client, "name"),
    status: textIn(row, "status"),
    hubStatus: textIn(row, "hub_status"),
    accountMode: textIn(row, "account_mode"),
    createdAt: textIn(row, "created_at"),
    terminatedAt: textIn(row, "terminated_at"),
    cancelledAt: textIn(row, "cancelled_at"),
    appId: textIn(objectIn(row, "integration"), "app_id"),
    phoneNumber: textIn(setup, "phone_number"),
    phoneName: textIn(setup, "phone_name"),
    wabaAccountId: textIn(row, "waba_account_id") ?? textIn(waba, "id"),
    wabaExternalId: textIn(waba, "external_id"),
    ctwaTracking: flag.tracking,
    ctwaField: flag.field,
    ctwaFieldMissing: flag.missing,
  };
}
