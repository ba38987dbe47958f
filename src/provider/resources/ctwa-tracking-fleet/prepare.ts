import { type Context, DiagnosticError } from "../../../framework";
import type { Session } from "../../session";
import { examineMany, type Finding, type Hindrance, type Subject } from "../../switching/examine";
import type { Outcome, Outcomes } from "./reasons";
import { type Problem, reportAtKeys } from "./report";
import type { Task } from "./tasks";

/** A task whose channel was found, with the client that it is under. */
export interface ReadyTask extends Task {
  readonly clientId: string;
}

/** What can be sent, and what came of the rest without sending. */
export interface Prepared {
  readonly ready: readonly ReadyTask[];
  readonly outcomes: Outcomes;
}

/**
 * Looks at all channels that a change is about, before anything is switched.
 * @throws DiagnosticError when something that is newly declared cannot be
 */
export async function prepare(
  { client, signal, deadline, diagnostics }: Context<Session>,
  partnerId: string,
  tasks: readonly Task[],
): Promise<Prepared> {
  const subjects = { partnerId, declaredBy: "key", channels: tasks.map(subjectOf) } as const;
  const found = await examineMany(client, subjects, { signal, deadline });
  const ready: ReadyTask[] = [];
  const outcomes = new Map<string, Outcome>();
  const problems: Problem[] = [];
  for (const task of tasks) {
    const { channelId } = task;
    const finding = found.get(channelId) as Finding;
    if (finding.hindrance === null) ready.push({ ...task, clientId: finding.clientId });
    else if (task.kind === "declared") problems.push({ channelId, ...finding.hindrance });
    else outcomes.set(channelId, outcomeOf(task, finding.hindrance));
  }
  if (problems.length > 0) throw refuse(problems, reportAtKeys(problems, diagnostics));
  return { ready: ready.filter(({ enabled }) => enabled !== null), outcomes };
}

/** Whoever removes a key need not know which client has the channel by now. */
function subjectOf({ channelId, kind, configured, last }: Task): Subject {
  const clientId = kind === "removed" ? null : configured;
  return { channelId, clientId, fallbackClientId: configured ?? last };
}

/** Nothing is left to switch off where the channel has ended. */
function outcomeOf({ kind }: Task, { code, detail }: Hindrance): Outcome {
  const ended = code === "gone" || code === "terminated";
  return kind === "removed" && ended ? { done: true } : { done: false, reason: code, detail };
}

function refuse(problems: readonly Problem[], left: number): DiagnosticError {
  const more = left === 0 ? "" : ` ${left} of them are not shown.`;
  return new DiagnosticError(
    "Nothing was switched",
    `${problems.length} of the channels that are new or changed in this fleet cannot be switched; see the errors at their keys.${more} All were looked at first, so no switch was sent. Correct or remove these keys, and apply again.`,
    "channels",
  );
}
