import type { Channel } from "../client";
import type { Finding } from "./finding";

/** How well the position of a switch is known where the hub reports nothing. */
export type Evidence = Extract<Finding, "assumed" | "stale" | "unverified">;

/** What is declared of one channel. */
export interface DeclaredChannel {
  /** Whether tracking shall be on; null if that is not known yet. */
  readonly enabled: boolean | null;
  /** The clients that may have the channel; null for any. */
  readonly clientIds: ReadonlySet<string> | null;
  readonly evidence: Evidence;
  /** Time of the last switch; null if it is not known. */
  readonly sentAt: string | null;
  /** What declares the channel, such as an address; null if it has no name. */
  readonly source: string | null;
}

/** What is compared. */
export interface ComparisonInput {
  readonly declared: ReadonlyMap<string, DeclaredChannel>;
  /** All channels of the partner. */
  readonly channels: readonly Channel[];
  /** The clients whose undeclared channels are looked at; null for all. */
  readonly clientIds: ReadonlySet<string> | null;
  /** Whether tracking is on; null if the hub does not say so. */
  readonly flagOf: (channel: Channel) => boolean | null;
  /** When the channel was terminated; null if it was not. */
  readonly endOf: (channel: Channel) => string | null;
}

/** One channel with what was found of it. */
export interface ComparedChannel {
  readonly id: string;
  readonly finding: Finding;
  /** The channel as the hub lists it; null if the hub does not. */
  readonly channel: Channel | null;
  /** What is declared; null if nothing is. */
  readonly declared: DeclaredChannel | null;
  /** Whether the hub reports tracking as on; null if it reports nothing. */
  readonly reported: boolean | null;
  /** Whether the channel is under another client than declared, whatever else was found. */
  readonly isElsewhere: boolean;
  /** Since when the finding holds; null if nobody knows. */
  readonly since: string | null;
}

/**
 * Holds what is declared against what the hub lists: every declared channel, and every other channel that is in scope
 * and not terminated. Each channel is looked at once; the order is that of the hub's list, then that of the declared.
 */
export function compareChannels(input: ComparisonInput): ComparedChannel[] {
  const { declared, channels } = input;
  const lacking = new Map(declared);
  const compared: ComparedChannel[] = [];
  for (const channel of channels) {
    const wanted = declared.get(channel.id);
    lacking.delete(channel.id);
    const one = wanted === undefined ? compareOther(channel, input) : compareDeclared(channel, wanted, input);
    if (one !== null) compared.push(one);
  }
  for (const [id, wanted] of lacking) compared.push(missing(id, wanted));
  return compared;
}

function compareDeclared(
  channel: Channel,
  declared: DeclaredChannel,
  { flagOf, endOf }: ComparisonInput,
): ComparedChannel {
  const { id, clientId } = channel;
  const reported = flagOf(channel);
  const end = endOf(channel);
  const isElsewhere = clientId !== null && declared.clientIds !== null && !declared.clientIds.has(clientId);
  const finding = findDeclared(declared, { reported, isTerminated: end !== null, isElsewhere });
  const since = sinceOf(finding, declared, end);
  return { id, finding, channel, declared, reported, isElsewhere, since };
}

function findDeclared(
  { enabled, evidence }: DeclaredChannel,
  seen: { readonly reported: boolean | null; readonly isTerminated: boolean; readonly isElsewhere: boolean },
): Finding {
  if (seen.isTerminated) return "terminated";
  if (seen.isElsewhere) return "moved";
  if (seen.reported === null || enabled === null) return evidence;
  return seen.reported === enabled ? "as-declared" : "differs";
}

/** Only an end and a switch have a time; a flip or a move elsewhere leaves none. */
function sinceOf(finding: Finding, { sentAt }: DeclaredChannel, end: string | null): string | null {
  if (finding === "terminated") return end;
  return finding === "assumed" || finding === "stale" || finding === "as-declared" ? sentAt : null;
}

function compareOther(
  channel: Channel,
  { clientIds, flagOf, endOf }: ComparisonInput,
): ComparedChannel | null {
  const { id, clientId } = channel;
  const isTerminated = endOf(channel) !== null;
  const inScope = clientIds === null || (clientId !== null && clientIds.has(clientId));
  if (isTerminated || !inScope) return null;
  const reported = flagOf(channel);
  const finding = reported === true ? "unmanaged-tracked" : "unmanaged";
  return { id, finding, channel, declared: null, reported, isElsewhere: false, since: null };
}

function missing(id: string, declared: DeclaredChannel): ComparedChannel {
  const nothing = { channel: null, reported: null, isElsewhere: false, since: null };
  return { id, finding: "missing", declared, ...nothing };
}
