import { idCell, type Row, readRows, textCell } from "./rows";

/** A channel or a client whose drift does not count for some time. */
export interface IgnoreEntry {
  readonly channelId: string | null;
  readonly clientId: string | null;
  readonly reason: string;
  /** The last day, such as 2026-12-31. */
  readonly until: string;
}

/** Which channels are ignored, and why. */
export interface IgnoreList {
  /** The entry that ignores a channel; null if none does. */
  find(channelId: string, clientId: string | null): IgnoreEntry | null;
  /** Entries whose last day has passed: they ignore nothing any more. */
  readonly expired: readonly IgnoreEntry[];
}

/** A list that ignores nothing. */
export const ignoreNothing: IgnoreList = { find: () => null, expired: [] };

/**
 * Reads `--ignore`: JSON or CSV with channel or client, reason and until.
 * @throws Error that names the entry and what it lacks
 */
export function parseIgnoreList(text: string, source: string, now: number): IgnoreList {
  const entries = readRows(text, source, {
    columns: { channel: ["channel", "channel_id"], client: ["client", "client_id"], reason: [], until: [] },
    required: ["reason", "until"],
  }).map(entryOf);
  const expired = entries.filter(({ until }) => endOf(until) <= now);
  const channels = new Map<string, IgnoreEntry>();
  const clients = new Map<string, IgnoreEntry>();
  for (const entry of entries) {
    if (endOf(entry.until) <= now) continue;
    if (entry.channelId !== null) channels.set(entry.channelId, entry);
    else if (entry.clientId !== null) clients.set(entry.clientId, entry);
  }
  return {
    expired,
    find: (channelId, clientId) => channels.get(channelId) ?? clients.get(clientId ?? "") ?? null,
  };
}

function entryOf(row: Row): IgnoreEntry {
  const [channelId, clientId] = [idCell(row, "channel", false), idCell(row, "client", false)];
  if ((channelId === null) === (clientId === null)) {
    throw new Error(`${row.place} has to name a channel or a client, and only one of them.`);
  }
  const reason = textCell(row, "reason")?.trim() ?? "";
  if (reason === "") throw new Error(`${row.place} has no reason: say why this drift does not count.`);
  const until = textCell(row, "until")?.trim() ?? "";
  if (!/^\d{4}-\d\d-\d\d$/.test(until) || Number.isNaN(endOf(until))) {
    throw new Error(`${row.place} has no end: "until" has to be the last day, such as 2026-12-31.`);
  }
  return { channelId, clientId, reason, until };
}

const DAY_MS = 86_400_000;

/** The first moment after a day, in UTC; NaN for a day that no calendar has. */
function endOf(day: string): number {
  const begin = Date.parse(`${day}T00:00:00Z`);
  return new Date(begin).toISOString?.().startsWith(day) ? begin + DAY_MS : Number.NaN;
}
