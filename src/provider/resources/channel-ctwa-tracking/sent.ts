import type { PrivateState } from "../../../framework";
import { keepSentRecords, readSentRecords, type SentRecord } from "../../switching";
import type { State } from "./schema";

/**
 * The sent record of a block's channel; undefined if its client was never known. Its time is in the state, where users
 * see it.
 */
export function sentRecordOf(
  { channel_id: channelId, client_id: clientId, asserted_at: assertedAt }: State,
  kept: PrivateState,
): SentRecord | undefined {
  const record = readSentRecords(kept).get(channelId);
  const client = record?.clientId ?? clientId;
  if (client === null) return undefined;
  const at = assertedAt === null ? Number.NaN : Date.parse(assertedAt);
  return {
    clientId: client,
    at: Number.isNaN(at) ? null : at,
    outcomeUnknown: record?.outcomeUnknown ?? null,
  };
}

/** Keeps the sent record, without its time, which is in the state. */
export function keepSentRecord(kept: PrivateState, channelId: string, record: SentRecord | undefined): void {
  if (record !== undefined) keepSentRecords(kept, new Map([[channelId, { ...record, at: null }]]));
}

/** The time of the last switch, in the form of the state. */
export function assertedAt({ at }: SentRecord): string | null {
  return at === null ? null : new Date(at).toISOString();
}
