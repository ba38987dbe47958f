import {
  CredentialError,
  HubError,
  LoginError,
  NetworkError,
  ReadOnlyError,
  StoppedError,
} from "../../../client";
import { type Context, DiagnosticError } from "../../../framework";
import { summarise } from "../../explain";
import type { Session } from "../../session";
import { mayHaveTakenEffect, sendSwitch, switchOff } from "../../switching/switch";
import type { ReadyTask } from "./prepare";
import type { Outcome, Outcomes } from "./reasons";
import { nameSome } from "./report";

/** How many switches wait for the host's pace at a time: more than it ever lets through, so that the pace decides. */
const SIDE_BY_SIDE = 64;

/** After so many failures without one success between, the hub is taken to refuse them all. */
const MOST_FAILURES_IN_A_ROW = 50;

/**
 * Sends switches, as fast as the host lets. What is not sent in the end says so.
 * @throws ReadOnlyError where the provider may only read: then nothing was sent
 */
export async function sendAll(
  context: Context<Session>,
  partnerId: string,
  tasks: readonly ReadyTask[],
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  const left: string[] = [];
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
      try {
        const sent = await send(context, partnerId, task);
        if (!sent) left.push(task.channelId);
        outcomes.set(task.channelId, { done: true });
        failures = 0;
      } catch (error) {
        if (error instanceof ReadOnlyError) throw error;
        outcomes.set(task.channelId, failureOf(error));
        failures += 1;
        if (concernsAll(error)) stop ??= summarise(error);
        else if (failures >= MOST_FAILURES_IN_A_ROW) stop ??= tooManyFailures(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, tasks.length) }, work));
  if (left.length > 0) warnOfDeclarations(context, left);
  return outcomes;
}

/** @returns false where nothing was sent, since the same run declares the channel elsewhere */
async function send(
  context: Context<Session>,
  partnerId: string,
  { channelId, clientId, kind, enabled, loses }: ReadyTask,
): Promise<boolean> {
  const { client, signal } = context;
  const ref = { partnerId, clientId, channelId };
  return client.writes.inTurn(ref, signal, async () => {
    if (kind === "removed" && client.writes.isDeclared(ref)) return false;
    if (loses) client.guards.admitDisable(ref);
    if (kind === "removed") {
      await switchOff(context, ref, clientId);
      return true;
    }
    await sendSwitch(context, ref, enabled !== false);
    return true;
  });
}

function failureOf(error: unknown): Outcome {
  const detail = summarise(error);
  if (mayHaveTakenEffect(error)) return { done: false, reason: "unanswered", detail };
  return { done: false, reason: isRefusal(error) ? "refused" : "not_sent", detail };
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

function warnOfDeclarations({ diagnostics }: Context<Session>, left: readonly string[]): void {
  diagnostics.warning(
    "Tracking was left as it is",
    `Some channels that leave this fleet are also declared under another address (or by the replacement of this fleet), which this same run has created or updated. What is declared wins, so their tracking was not switched off: ${nameSome(left)}.`,
  );
}
