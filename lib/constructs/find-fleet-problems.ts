import { Token } from "./cdk";
import { findChannelProblems } from "./find-channel-problems";
import { findIdProblem, problemsOf } from "./find-problem";

/** Maximum number of channels of one fleet. */
const MOST_CHANNELS = 50_000;

/** Maximum number of mistakes that are named. */
const MOST_NAMED = 20;

type Channels = readonly string[] | Readonly<Record<string, unknown>>;

/** Problems of a fleet's channels. Their ids are keys, so they must be known now. */
export function findFleetProblems(channels: Channels): string[] {
  if (Token.isUnresolved(channels))
    return ["channels must be known now: each id becomes a key of the fleet."];
  if (typeof channels !== "object" || channels === null)
    return [
      `channels must be a list of ids, or an object with an id for each key; it is ${JSON.stringify(channels)}.`,
    ];
  const size = Object.keys(channels).length;
  if (size === 0) return ["channels is empty: a fleet has at least one. Leave the construct out instead."];
  if (size > MOST_CHANNELS)
    return [`channels has ${size} ids, a fleet takes ${MOST_CHANNELS} at most: make several fleets.`];
  const problems = isList(channels)
    ? findChannelProblems(channels, "channels").problems
    : findKeyProblems(channels);
  const left = problems.length - MOST_NAMED;
  return left > 0
    ? [...problems.slice(0, MOST_NAMED), `${left} more of the channels are wrong.`]
    : [...problems];
}

function findKeyProblems(channels: Exclude<Channels, readonly string[]>): string[] {
  return Object.entries(channels).flatMap(([channelId, enabled]) =>
    problemsOf(
      Token.isUnresolved(channelId)
        ? "A key of channels must be known now."
        : findIdProblem(`The key ${JSON.stringify(channelId)} of channels`, channelId),
      typeof enabled === "boolean" || Token.isUnresolved(enabled)
        ? undefined
        : `channels[${JSON.stringify(channelId)}] must be true (on) or false (off); it is ${JSON.stringify(enabled)}.`,
    ),
  );
}

function isList(channels: Channels): channels is readonly string[] {
  return Array.isArray(channels);
}
