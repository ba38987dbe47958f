import type { Channel } from "../../../../client";
import { type Context, DiagnosticError } from "../../../../framework";
import type { Session } from "../../../session";
import { examineMany, type Finding, type Hindrance, type Subject } from "../../../switching";
import { titles } from "../../../titles";
import { hasEnded, type Outcome, type Outcomes } from "./reasons";
import { type Problem, reportAtKeys } from "./report";
import type { Task } from "./tasks";

/** A task whose channel can be switched, with the channel's client. */
export interface ReadyTask extends Task {
  readonly enabled: boolean;
  readonly channel: Channel;
  readonly clientId: string;
}

/** Tasks to send, and outcomes of those that are not sent. */
export interface Prepared {
  readonly ready: readonly ReadyTask[];
  readonly outcomes: Outcomes;
}

/**
 * Reads all channels of a change before anything is switched.
 * @throws DiagnosticError if a channel that is new in the fleet cannot be switched
 */
export async function prepare(
  context: Context<Session>,
  { partnerId, clientId }: { readonly partnerId: string; readonly clientId: string | null },
  tasks: readonly Task[],
): Promise<Prepared> {
  const channels = tasks.map((task) => subjectOf(task, clientId));
  const subjects = { partnerId, declaredBy: "key", channels } as const;
  const found = await examineMany(context.client, subjects, context);
  const ready: ReadyTask[] = [];
  const outcomes = new Map<string, Outcome>();
  const problems: Problem[] = [];
  for (const task of tasks) {
    const { channelId, enabled } = task;
    const finding = found.get(channelId) as Finding;
    if (finding.hindrance !== null) {
      if (task.isNew) problems.push({ channelId, ...finding.hindrance });
      else outcomes.set(channelId, outcomeOf(task, finding.hindrance));
    } else if (enabled !== null) {
      ready.push({ ...task, enabled, channel: finding.channel, clientId: finding.clientId });
    }
  }
  if (problems.length > 0) throw refuse(problems, reportAtKeys(problems, context.diagnostics));
  return { ready, outcomes };
}

/** A removed key can belong to a channel that has moved, so its client is not checked. */
function subjectOf({ channelId, kind, record }: Task, fleetClientId: string | null): Subject {
  const clientId = kind === "removed" ? null : fleetClientId;
  return { channelId, clientId, fallbackClientId: fleetClientId ?? record?.clientId ?? null };
}

/** A removed channel that is gone or terminated counts as done. */
function outcomeOf({ kind }: Task, { code, detail }: Hindrance): Outcome {
  return kind === "removed" && hasEnded(code)
    ? { done: true, result: "nothing" }
    : { done: false, reason: code, detail };
}

function refuse(problems: readonly Problem[], left: number): DiagnosticError {
  const more = left === 0 ? "" : ` ${left} of them are not shown.`;
  return new DiagnosticError(
    titles.nothingSwitched,
    `${problems.length} of the channels that are new in this fleet cannot be switched; see the errors at their keys.${more} No switch was sent, because all channels are checked first. Correct or remove these keys, and apply again.`,
    "channels",
  );
}
