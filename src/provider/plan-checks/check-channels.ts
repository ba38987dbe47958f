import { type Context, type Diagnostic, isUnknown, type Unknown } from "../../framework";
import { explain } from "../explain";
import type { Session } from "../session";
import { examineMany, type Hindrance, type Subject } from "../switching";
import { warnOfCancelled } from "./cancelled";
import { nearestId } from "./nearest-id";

/** What a check of a plan works with. */
export type CheckContext = Pick<Context<Session>, "client" | "signal" | "deadline" | "diagnostics">;

/** A channel whose tracking a plan switches. */
export interface PlannedChannel {
  readonly channelId: string;
  /** The client that the configuration names; null where it names none, so that the channel's own client counts. */
  readonly clientId: string | null | Unknown;
  /** The client that the path names if the hub does not tell one. */
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
 * Checks channels that a plan switches against the hub, and reports what apply would refuse as the setting
 * `plan_checks` says. Channels that a refresh of this process found gone are drift, which the refresh has told.
 * @param describe makes diagnostics of the problems, each at its attribute
 */
export async function checkChannels(
  context: CheckContext,
  planned: PlannedChannels,
  describe: (problems: readonly ChannelProblem[]) => readonly Diagnostic[],
): Promise<void> {
  const { client: session, diagnostics } = context;
  const { checks } = session;
  if (checks.mode === "off") return;
  const { partnerId } = planned;
  const channels = planned.channels.filter(({ channelId }) => !checks.hasVanished({ partnerId, channelId }));
  if (channels.length === 0) return;
  const severity = checks.mode;
  try {
    const problems = await findProblems(context, { ...planned, channels });
    diagnostics.add(...describe(problems).map((found) => ({ ...found, severity })));
  } catch (error) {
    const failure = unchecked(error, context);
    if (checks.isNews(failure.detail)) diagnostics.add({ ...failure, severity });
  }
}

/**
 * What apply would refuse. Warns of channels that are cancelled.
 * @throws Dialog360Error where the hub cannot be asked
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

/** A client that is not known yet will do: nothing can be said against it. */
function subjectOf({ channelId, clientId, fallbackClientId = null }: PlannedChannel): Subject {
  if (isUnknown(clientId)) return { channelId, clientId: null, fallbackClientId: "" };
  return { channelId, clientId, fallbackClientId };
}

/** Messages name so many channels at most, so no more suggestions are looked for. */
const MOST_SUGGESTIONS = 10;

function withSuggestions(
  problems: readonly ChannelProblem[],
  known: readonly string[],
): readonly ChannelProblem[] {
  return problems.map((problem, index) => {
    if (problem.code !== "gone" || index >= MOST_SUGGESTIONS) return problem;
    const near = nearestId(problem.channelId, known);
    return near === undefined ? problem : { ...problem, detail: `${problem.detail} Did you mean ${near}?` };
  });
}

/**
 * What to say where the hub cannot be asked.
 * @throws the error where it is no failure of 360dialog
 */
function unchecked(error: unknown, { signal }: CheckContext): Diagnostic {
  const failure = signal.aborted ? undefined : explain(error);
  // The framework tells of timeouts and of Terraform's wish to stop.
  if (failure === undefined) throw error;
  return { ...failure, detail: `${failure.detail}\n\n${WITHOUT_CHECKS}` };
}

const WITHOUT_CHECKS =
  'This plan was not checked: plan asks the hub about the channels that it creates, replaces or switches, since apply would meet the same failure. plan_checks = "off" (DIALOG360_PLAN_CHECKS) plans without asking.';
