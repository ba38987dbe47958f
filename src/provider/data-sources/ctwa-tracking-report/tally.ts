import type { Channel } from "../../../client";

/** What a report is made from. */
export interface ReportFacts {
  /** What is declared of channels, by their ids. */
  readonly declared: ReadonlyMap<string, boolean>;
  /** All channels of the partner. */
  readonly channels: readonly Channel[];
  /** The clients that are looked at; null for all. */
  readonly clientIds: ReadonlySet<string> | null;
  /** Whether tracking is on, null where the hub does not say so. */
  readonly flagOf: (channel: Channel) => boolean | null;
  readonly isTerminated: (channel: Channel) => boolean;
}

/** The declared channels, each in one list of the first five, and what else there is. */
export interface Tally {
  readonly on: readonly string[];
  readonly off: readonly string[];
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
  readonly terminated: readonly string[];
  readonly moved: readonly string[];
  readonly undeclared: readonly string[];
  readonly coverage: number;
  readonly total: number;
}

/** Holds what is declared against what there is: each channel is looked at once. */
export function tally({ declared, channels, clientIds, flagOf, isTerminated }: ReportFacts): Tally {
  const lists = {
    ...{ on: [] as string[], off: [] as string[], unknown: [] as string[], missing: [] as string[] },
    ...{ terminated: [] as string[], moved: [] as string[], undeclared: [] as string[] },
  };
  const isElsewhere = ({ clientId }: Channel) =>
    clientIds !== null && clientId !== null && !clientIds.has(clientId);
  const lacking = new Set(declared.keys());
  let total = 0;
  let right = 0;
  for (const channel of channels) {
    const { id } = channel;
    const wanted = declared.get(id);
    const ended = isTerminated(channel);
    const inScope = clientIds === null || (channel.clientId !== null && clientIds.has(channel.clientId));
    if (inScope && !ended) total += 1;
    if (wanted === undefined) {
      if (inScope && !ended) lists.undeclared.push(id);
      continue;
    }
    lacking.delete(id);
    if (isElsewhere(channel)) lists.moved.push(id);
    const flag = flagOf(channel);
    lists[ended ? "terminated" : wordFor(flag)].push(id);
    if (!ended && flag === wanted) right += 1;
  }
  lists.missing.push(...lacking);
  for (const ids of Object.values(lists)) ids.sort();
  return { ...lists, coverage: declared.size === 0 ? 1 : right / declared.size, total };
}

function wordFor(flag: boolean | null): "on" | "off" | "unknown" {
  if (flag === null) return "unknown";
  return flag ? "on" : "off";
}
