import type { Channel } from "../../../client";
import { type Context, DiagnosticError } from "../../../framework";
import { findObstacle } from "../../channels/channel-obstacle";
import type { Session } from "../../session";
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
  if (tasks.length === 0) return { ready: [], outcomes: new Map() };
  const ids = tasks.map(({ channelId }) => channelId);
  const found = await client.api.channels.findMany(partnerId, ids, { signal, deadline });
  const ready: ReadyTask[] = [];
  const outcomes = new Map<string, Outcome>();
  const problems: Problem[] = [];
  for (const task of tasks) {
    const { channelId } = task;
    const finding = examine(task, found.get(channelId) ?? null, partnerId, client.clock.now());
    if ("clientId" in finding) ready.push({ ...task, ...finding });
    else if (task.kind === "declared") problems.push({ channelId, ...finding });
    else outcomes.set(channelId, outcomeOf(task, finding));
  }
  if (problems.length > 0) throw refuse(problems, reportAtKeys(problems, diagnostics));
  return { ready: ready.filter(({ enabled }) => enabled !== null), outcomes };
}

type Finding =
  | { readonly clientId: string }
  | {
      readonly code: "gone" | "terminated" | "wrong_client" | "no_client";
      readonly summary: string;
      readonly detail: string;
    };

function examine(task: Task, channel: Channel | null, partnerId: string, now: number): Finding {
  const { channelId, kind, configured, last } = task;
  // Whoever removes a key need not know who has the channel by now.
  const expected = kind === "removed" ? null : configured;
  const wanted = { partnerId, channelId, clientId: expected, declaredBy: "key" } as const;
  const obstacle = findObstacle(channel, wanted, now);
  if (obstacle !== null) return obstacle;
  const clientId = channel?.clientId ?? configured ?? last;
  if (clientId !== null) return { clientId };
  return {
    code: "no_client",
    summary: "Client of the channel is not known",
    detail: `The hub does not say which client the channel ${channelId} belongs to, and the path of the switch needs it. Set client_id.`,
  };
}

/** Nothing is left to switch off where the channel has ended. */
function outcomeOf({ kind }: Task, { code, detail }: Exclude<Finding, { clientId: string }>): Outcome {
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
