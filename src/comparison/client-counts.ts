import type { ComparedChannel } from "./compare";
import { FINDINGS, type Finding } from "./finding";
import { groupBy } from "./group-by";

/** How many channels have each finding. */
export type FindingCounts = Readonly<Record<Finding, number>>;

/** The channels of one client in numbers. */
export interface ClientCounts {
  /** Null for channels whose client nobody knows. */
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly total: number;
  readonly counts: FindingCounts;
}

/** Counts channels by what was found of them. */
export function countFindings(compared: Iterable<Pick<ComparedChannel, "finding">>): FindingCounts {
  const counts = Object.fromEntries(FINDINGS.map((finding) => [finding, 0])) as Record<Finding, number>;
  for (const { finding } of compared) counts[finding] += 1;
  return counts;
}

/** Counts channels by client, sorted by client id; those without a client come last. */
export function countByClient(compared: readonly ComparedChannel[]): ClientCounts[] {
  return [...groupBy(compared, clientOf)]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([clientId, group]) => ({
      clientId,
      clientName: group.find(({ channel }) => channel !== null)?.channel?.clientName ?? null,
      total: group.length,
      counts: countFindings(group),
    }));
}

/** The client that has a channel; for a channel that the hub does not list, the one that is declared. */
export function clientOf({ channel, declared }: ComparedChannel): string | null {
  if (channel !== null) return channel.clientId;
  const [clientId = null, ...others] = declared?.clientIds ?? [];
  return others.length === 0 ? clientId : null;
}

function compareIds(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
