import { Token } from "./cdk";
import { findIdProblem } from "./find-problem";

/** A checked list of channel ids: the valid ones, and the problems of the others. */
export interface ChannelList {
  readonly channelIds: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Checks a list. Each id becomes part of an address, or a key, so it must be known now, and be unique.
 * @param list name of the list in messages
 */
export function findChannelProblems(given: readonly string[], list = "channelIds"): ChannelList {
  if (Token.isUnresolved(given)) return refused(`${list} must be known now. ${INSTEAD}`);
  if (!Array.isArray(given)) return refused(`${list} must be a list of ids; it is ${JSON.stringify(given)}.`);
  const channelIds: string[] = [];
  const problems: string[] = [];
  const first = new Map<string, number>();
  for (const [index, id] of (given as readonly string[]).entries()) {
    const problem = findProblem(id, { list, index, first });
    if (problem !== undefined) problems.push(problem);
    else channelIds.push(id);
    if (!first.has(id)) first.set(id, index);
  }
  return { channelIds, problems };
}

const INSTEAD =
  "Each id becomes part of an address, or a key: for a channel whose id only Terraform knows, use CtwaTracking with a construct id of your own.";

interface Place {
  readonly list: string;
  readonly index: number;
  /** First index of each id. */
  readonly first: ReadonlyMap<string, number>;
}

function findProblem(id: string, { list, index, first }: Place): string | undefined {
  const name = `${list}[${index}]`;
  if (Token.isUnresolved(id)) return `${name} must be known now. ${INSTEAD}`;
  if (typeof id !== "string") return `${name} must be a string; it is ${JSON.stringify(id)}.`;
  const before = first.get(id);
  if (before !== undefined) return `${name} repeats ${list}[${before}], ${JSON.stringify(id)}.`;
  return findIdProblem(name, id);
}

function refused(problem: string): ChannelList {
  return { channelIds: [], problems: [problem] };
}
