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

/** Number of switches in flight. It exceeds what the scheduler ever sends at once, so that the scheduler decides. */
const SIDE_BY_SIDE = 64;

/** After this many failures without a success in between, the rest is not sent. */
const MOST_FAILURES_IN_A_ROW = 50;

/**
 * Sends switches as fast as the hub accepts them. Each task has an outcome, also if it was not sent.
 * @param startedAt the time that is recorded for all switches of one apply
 * @throws ReadOnlyError if the provider may only read; nothing was sent then
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

/** Whether the hub refused this one switch. */
function isRefusal(error: unknown): boolean {
  if (error instanceof DiagnosticError) return error.cause instanceof HubError;
  return error instanceof HubError && error.verdict === "refused";
}

/** Whether the error would hit every other channel too. */
function concernsAll(error: unknown): boolean {
  if (error instanceof LoginError || error instanceof CredentialError || error instanceof StoppedError)
    return true;
  if (error instanceof HubError) return error.verdict === "throttled" || error.verdict === "unauthorised";
  return error instanceof DiagnosticError && !isRefusal(error);
}

function tooManyFailures(error: unknown): string {
  const last = error instanceof NetworkError ? "" : " The next apply tries the failed channels last.";
  return `${MOST_FAILURES_IN_A_ROW} switches failed in a row, so the others were not sent.${last}\n\n${summarise(error)}`;
}

/**
 * Why no more switches are sent; null while they are. It compares names: under jest, Node's errors have other classes.
 */
function stoppedBy({ aborted, reason }: AbortSignal): string | null {
  if (!aborted) return null;
  return (reason as { name?: unknown } | undefined)?.name === "TimeoutError"
    ? "The timeout of the fleet passed before its turn."
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
