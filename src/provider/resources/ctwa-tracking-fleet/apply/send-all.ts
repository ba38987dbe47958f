import {
  CredentialError,
  HubError,
  LoginError,
  NetworkError,
  ReadOnlyError,
  StoppedError,
} from "../../../../client";
import { type Context, DiagnosticError } from "../../../../framework";
import { summarise } from "../../../explain";
import { nameSome } from "../../../name-some";
import type { Session } from "../../../session";
import {
  carryOut,
  mayHaveTakenEffect,
  recordAfter,
  recordAfterFailure,
  type SwitchOrder,
} from "../../../switching";
import { titles } from "../../../titles";
import type { ReadyTask } from "./prepare";
import type { Outcome, Outcomes } from "./reasons";

/** How many switches wait for the host's pace at a time: more than it ever lets through, so that the pace decides. */
const SIDE_BY_SIDE = 64;

/** After this many failures without one success between, the hub is taken to refuse them all. */
const MOST_FAILURES_IN_A_ROW = 50;

/**
 * Sends switches, as fast as the host lets. What is not sent in the end says so.
 * @param startedAt the time that counts as that of each switch: an apply of many channels may take its time
 * @throws ReadOnlyError where the provider may only read: then nothing was sent
 */
export async function sendAll(
  context: Context<Session>,
  partnerId: string,
  tasks: readonly ReadyTask[],
  startedAt: number,
): Promise<Outcomes> {
  context.client.progress.expect(tasks.length, context.diagnostics);
  const outcomes = new Map<string, Outcome>();
  const queue = tasks.values();
  let failures = 0;
  let stop: string | null = null;
  const work = async () => {
    for (const task of queue) {
      stop ??= stoppedBy(context.signal);
      if (stop !== null) {
        outcomes.set(task.channelId, { done: false, reason: "not_sent", detail: stop });
        continue;
      }
      const order = orderOf(partnerId, task);
      try {
        const result = await context.client.writes.inTurn(order.ref, context.signal, () =>
          carryOut(context, order),
        );
        outcomes.set(task.channelId, { done: true, result, record: recordAfter(order, result, startedAt) });
        failures = 0;
      } catch (error) {
        if (error instanceof ReadOnlyError) throw error;
        outcomes.set(task.channelId, failureOf(error, order, startedAt));
        failures += 1;
        if (concernsAll(error)) stop ??= summarise(error);
        else if (failures >= MOST_FAILURES_IN_A_ROW) stop ??= tooManyFailures(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, tasks.length) }, work));
  warnOfDeclarations(context, outcomes);
  return outcomes;
}

function orderOf(
  partnerId: string,
  { channelId, clientId, kind, enabled, disables, record, channel }: ReadyTask,
): SwitchOrder {
  const ref = { partnerId, clientId, channelId };
  return { ref, enabled, leaves: kind === "removed", disables, record, channel };
}

function failureOf(error: unknown, order: SwitchOrder, now: number): Outcome {
  const failure = { done: false, detail: summarise(error) } as const;
  const record = recordAfterFailure(order, error, now);
  if (mayHaveTakenEffect(error)) return { ...failure, reason: "outcome_unknown", record };
  return { ...failure, reason: isRefusal(error) ? "refused" : "not_sent", record };
}

/** Whether the hub has said no to this one switch. */
function isRefusal(error: unknown): boolean {
  if (error instanceof DiagnosticError) return error.cause instanceof HubError;
  return error instanceof HubError && error.verdict === "refused";
}

/** Whether the next channel would meet the same. */
function concernsAll(error: unknown): boolean {
  if (error instanceof LoginError || error instanceof CredentialError || error instanceof StoppedError)
    return true;
  if (error instanceof HubError) return error.verdict === "throttled" || error.verdict === "unauthorised";
  return error instanceof DiagnosticError && !isRefusal(error);
}

function tooManyFailures(error: unknown): string {
  const last = error instanceof NetworkError ? "" : " The channels that failed are tried last next time.";
  return `${MOST_FAILURES_IN_A_ROW} switches failed in a row, so the others were not sent.${last}\n\n${summarise(error)}`;
}

/** Why nothing more is begun, null where nothing speaks against it. By name, since Node's errors have other classes under test. */
function stoppedBy({ aborted, reason }: AbortSignal): string | null {
  if (!aborted) return null;
  return (reason as { name?: unknown } | undefined)?.name === "TimeoutError"
    ? "The time that timeouts of the fleet gives ran out before its turn."
    : "Terraform asked the provider to stop before its turn.";
}

function warnOfDeclarations({ diagnostics }: Context<Session>, outcomes: Outcomes): void {
  const left = [...outcomes].flatMap(([id, outcome]) =>
    outcome.done && outcome.result === "left" ? [id] : [],
  );
  if (left.length === 0) return;
  diagnostics.warning(
    titles.leftAsItIs,
    `Tracking of channels that leave this fleet was not switched off, because another resource in this run manages them, or the replacement of this fleet does: ${nameSome(left)}.`,
  );
}
