import { type Diagnostic, isUnknown, type Unknown } from "../../framework";
import { suggestId } from "../channels";
import { examineMany, type Hindrance, type Subject } from "../switching";
import { warnOfCancelled } from "./cancelled";
import { type CheckContext, reportProblems } from "./report-problems";

/** A channel whose tracking a plan switches. */
export interface PlannedChannel {
  readonly channelId: string;
  /** The client that the configuration names; null if it names none, and the channel's own client counts. */
  readonly clientId: string | null | Unknown;
  /** The client for the path of the switch if the hub names none. */
  readonly fallbackClientId?: string | null;
}

/** The channels that one plan switches, all under one partner. */
export interface PlannedChannels {
  readonly partnerId: string;
  readonly channels: readonly PlannedChannel[];
  /** What declares a channel, as messages call it. */
  readonly declaredBy: "block" | "key";
}

/** Why apply would refuse the switch of one channel. */
export interface ChannelProblem extends Hindrance {
  readonly channelId: string;
}

/**
 * Checks channels that a plan switches against the hub. It reports what apply would refuse, with the severity that the
 * setting `plan_checks` gives. It skips channels that a refresh of this process found gone: the refresh has reported
 * them as drift.
 * @param describe turns problems into diagnostics, each at its attribute
 */
export async function checkChannels(
  context: CheckContext,
  planned: PlannedChannels,
  describe: (problems: readonly ChannelProblem[]) => readonly Diagnostic[],
): Promise<void> {
  const { checks } = context.client;
  const { partnerId } = planned;
  const channels = planned.channels.filter(({ channelId }) => !checks.hasVanished({ partnerId, channelId }));
  if (channels.length === 0) return;
  await reportProblems(context, async () => describe(await findProblems(context, { ...planned, channels })));
}

/**
 * Finds what apply would refuse. Warns of channels that are cancelled.
 * @throws Dialog360Error if the hub cannot be asked
 */
export async function findProblems(
  { client: session, signal, deadline, diagnostics }: CheckContext,
  { channels, ...subjects }: PlannedChannels,
): Promise<readonly ChannelProblem[]> {
  const findings = await examineMany(
    session,
    { ...subjects, channels: channels.map(subjectOf) },
    { signal, deadline },
  );
  warnOfCancelled(findings.values(), session.clock.now(), diagnostics);
  const problems = [...findings].flatMap(([channelId, { hindrance }]) =>
    hindrance === null ? [] : [{ channelId, ...hindrance }],
  );
  if (problems.length === 0) return problems;
  return withSuggestions(problems, session.api.channels.knownIds(subjects.partnerId));
}

/** An unknown client cannot be compared, so it passes. */
function subjectOf({ channelId, clientId, fallbackClientId = null }: PlannedChannel): Subject {
  if (isUnknown(clientId)) return { channelId, clientId: null, fallbackClientId: "" };
  return { channelId, clientId, fallbackClientId };
}

/** Maximum number of suggestions: a message lists no more channels than this. */
const MOST_SUGGESTIONS = 10;

function withSuggestions(
  problems: readonly ChannelProblem[],
  known: readonly string[],
): readonly ChannelProblem[] {
  return problems.map((problem, index) => {
    if (problem.code !== "gone" || index >= MOST_SUGGESTIONS) return problem;
    return { ...problem, detail: `${problem.detail}${suggestId(problem.channelId, known)}` };
  });
}
