import { type Patience, throwIfStopped } from "../call";
import type { Clock } from "../clock";
import type { Host } from "../host/host";
import type { Slot } from "../host/scheduler";
import type { HttpRequest } from "../http/message";
import { endpointOf } from "../http/target";
import type { Transport } from "../http/transport";
import type { Ledger } from "../http/usage";
import type { Log } from "../settings";
import { attempt, type Outcome } from "./attempt";
import type { Outgoing } from "./outgoing";
import { waitAskedFor } from "./retry-policy";

/** What one attempt needs beside its request. */
export interface TurnParts {
  readonly transport: Transport;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  readonly log: Log;
}

/**
 * Waits for the host's leave, sends once, and tells the host what came of it.
 * @throws NetworkError the remembered one, while the host counts as down
 * @throws WaitTooLong when its turn cannot come before the deadline
 * @throws StoppedError when the call was stopped
 */
export async function takeTurn(
  parts: TurnParts,
  host: Host,
  outgoing: Outgoing,
  patience: Patience,
  number: number,
): Promise<Outcome> {
  host.reachability.assertUp();
  const arrived = parts.clock.now();
  const slot = await enter(host, outgoing, patience, number > 1);
  let report: (slot: Slot) => void = (taken) => taken.unused();
  try {
    throwIfStopped(patience.signal);
    // Others may have found the host dead while this request waited.
    host.reachability.assertUp();
    report = (taken) => taken.other();
    const { graceMs = 0 } = outgoing;
    const limits = { signal: patience.signal, timeoutMs: parts.requestTimeoutMs, graceMs };
    const request = requestOf(outgoing, parts.userAgent);
    const outcome = await attempt(parts.transport, parts.clock, request, limits);
    logOutcome(parts, host, outgoing, outcome, { attempt: number, waited_ms: outcome.sentAt - arrived });
    if (outcome.reply !== null) report = reportOf(outcome, host, outgoing, parts);
    return outcome;
  } finally {
    report(slot);
  }
}

/** Leave to send, at a moment at which the proof is in force. */
async function enter(
  { governor }: Host,
  { proof, rank = "new" }: Outgoing,
  patience: Patience,
  again: boolean,
): Promise<Slot> {
  await proof?.wait(patience);
  const inForce = () => proof === undefined || proof.inForce();
  let turn = governor.enter(patience, again && rank === "new" ? "again" : rank, inForce);
  for (;;) {
    const slot = await turn;
    if (slot !== null) return slot;
    // The login needs a turn, too. After it comes the one who asked for it, even if that took the token's whole life.
    try {
      await proof?.wait(patience);
      turn = governor.enter(patience, "returned");
    } finally {
      governor.resume();
    }
  }
}

/** Milliseconds that the answer asks to wait, or null. */
export function askedWait({ reply }: Outcome, clock: Clock): number | null {
  return reply === null ? null : waitAskedFor(reply.headers, clock.now());
}

function requestOf(outgoing: Outgoing, userAgent: string): HttpRequest {
  const { method, target, headers, proof, body } = outgoing;
  const all = { ...headers, ...proof?.latest(), accept: "application/json", "user-agent": userAgent };
  const endpoint = endpointOf(outgoing);
  return { method, url: target.url, endpoint, headers: all, ...(body === undefined ? {} : { body }) };
}

function logOutcome(
  { log, clock }: TurnParts,
  { governor }: Host,
  { method, target }: Outgoing,
  { reply, failure, sentAt }: Outcome,
  course: { readonly attempt: number; readonly waited_ms: number },
): void {
  const { waiting, underWay, limit, intervalMs } = governor.standing();
  log("debug", `${method} ${target.path}`, {
    method,
    host: target.host,
    path: target.path,
    ...(failure === null ? { status: reply.status } : { failure: failure.code }),
    ms: clock.now() - sentAt,
    ...course,
    waiting,
    under_way: underWay,
    limit,
    interval_ms: Math.round(intervalMs),
  });
}

/** Tells the host of an answer; returns what is told when the slot is given back. */
function reportOf(outcome: Outcome, host: Host, outgoing: Outgoing, parts: TurnParts): (slot: Slot) => void {
  const { verdict } = outcome.judgement;
  host.reachability.answered(verdict);
  if (verdict === "transient") return (slot) => slot.other();
  if (verdict !== "throttled") return (slot) => slot.good();
  parts.ledger.throttled(endpointOf(outgoing));
  return (slot) => {
    const pauseMs = slot.tooMany(askedWait(outcome, parts.clock));
    parts.log("info", `${outgoing.target.host} asks for fewer requests; pausing`, { ms: pauseMs });
  };
}
