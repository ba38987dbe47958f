// Keeps in private state which switch was last sent to each channel: under which client, when, and whether its outcome
// is unknown.
import type { Json, PrivateState } from "../../framework";

/** The switch that was last sent to one channel. */
export interface SentRecord {
  /** The client under which the switch was sent, or under which the channel was adopted without a switch. */
  readonly clientId: string;
  /** Time of the last switch in milliseconds since 1970; null if none was sent. */
  readonly at: number | null;
  /** The position whose outcome is unknown: it may be in force. Null once the hub has accepted a switch. */
  readonly outcomeUnknown: boolean | null;
}

/**
 * Sent records by channel id. They are kept in private state because a refresh overwrites the client in the state:
 * without them, a channel that moved to another client would lose its pending switch.
 */
export type SentRecords = ReadonlyMap<string, SentRecord>;

const KEY = "sent";

/** Reads the records. An entry in another form counts as never sent. */
export function readSentRecords(kept: Pick<PrivateState, "get">): SentRecords {
  const records = new Map<string, SentRecord>();
  for (const group of asArray(kept.get(KEY))) {
    const [clientId, at = null, outcomeUnknown = null, ids] = asArray(group);
    if (typeof clientId !== "string" || typeof ids !== "string") continue;
    const record = {
      clientId,
      at: typeof at === "number" ? at : null,
      outcomeUnknown: typeof outcomeUnknown === "boolean" ? outcomeUnknown : null,
    };
    for (const channelId of ids.split(" ")) records.set(channelId, record);
  }
  return records;
}

/**
 * Keeps the records, grouped and sorted. 50,000 channels of one apply then take little more space than their ids, and
 * equal records give equal bytes.
 */
export function keepSentRecords(kept: PrivateState, records: SentRecords): void {
  const groups = new Map<string, { readonly head: readonly Json[]; readonly ids: string[] }>();
  for (const [channelId, { clientId, at, outcomeUnknown }] of records) {
    const head = [clientId, at, outcomeUnknown];
    const key = JSON.stringify(head);
    const group = groups.get(key) ?? { head, ids: [] };
    group.ids.push(channelId);
    groups.set(key, group);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  kept.set(
    KEY,
    sorted.map(([, { head, ids }]) => [...head, ids.sort().join(" ")]),
  );
}

function asArray(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
