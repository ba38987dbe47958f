import { type CallLimits, throwIfStopped } from "../call";
import type { Clock } from "../clock";
import type { Host, Lease } from "../host";
import type { HttpRequest, Transport, UsageCounter } from "../http";
import { endpointOf } from "../http";
import type { Log } from "../settings";
import { attempt, type Outcome } from "./attempt";
import type { Outgoing } from "./outgoing";
import { waitAskedFor } from "./retry-policy";

/** What one attempt needs besides its request. */
export interface AttemptParts {
  readonly transport: Transport;
  readonly usage: UsageCounter;
  readonly clock: Clock;
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  readonly log: Log;
}

/**
 * Waits for a lease of the host, sends once, and reports the result to the host.
 * @throws NetworkError the remembered failure while the host counts as down
 * @throws WaitTooLong if the lease cannot come before the deadline
 * @throws StoppedError if the call was stopped
 */
export async function scheduledAttempt(
  parts: AttemptParts,
  host: Host,
  outgoing: Outgoing,
  limits: CallLimits,
  number: number,
): Promise<Outcome> {
  host.breaker.assertClosed();
  const arrived = parts.clock.now();
  const lease = await enter(host, outgoing, limits, number > 1);
  let report: (lease: Lease) => void = (taken) => taken.unused();
  try {
    throwIfStopped(limits.signal);
    // The breaker may have opened while this request waited.
    host.breaker.assertClosed();
    report = (taken) => taken.other();
    const { graceMs = 0 } = outgoing;
    const attemptLimits = { signal: limits.signal, timeoutMs: parts.requestTimeoutMs, graceMs };
    const request = requestOf(outgoing, parts.userAgent);
    const outcome = await attempt(parts.transport, parts.clock, request, attemptLimits);
    logOutcome(parts, host, outgoing, outcome, { attempt: number, waited_ms: outcome.sentAt - arrived });
    if (outcome.reply !== null) report = reportOf(outcome, host, outgoing, parts);
    return outcome;
  } finally {
    report(lease);
  }
}

/** Gets a lease at a moment at which the auth headers are valid. */
async function enter(
  { scheduler }: Host,
  { auth, priority = "new" }: Outgoing,
  limits: CallLimits,
  again: boolean,
): Promise<Lease> {
  await auth?.wait(limits);
  const inForce = () => auth === undefined || auth.inForce();
  let turn = scheduler.enter(limits, again && priority === "new" ? "again" : priority, inForce);
  for (;;) {
    const lease = await turn;
    if (lease !== null) return lease;
    // The login needs a lease as well. The request that asked for it goes next, even if the token has expired by then.
    try {
      await auth?.wait(limits);
      turn = scheduler.enter(limits, "returned");
    } finally {
      scheduler.resume();
    }
  }
}

/** Milliseconds that the answer asks to wait; null if it does not ask. */
export function askedWait({ reply }: Outcome, clock: Clock): number | null {
  return reply === null ? null : waitAskedFor(reply.headers, clock.now());
}

function requestOf(outgoing: Outgoing, userAgent: string): HttpRequest {
  const { method, target, headers, auth, body } = outgoing;
  const all = { ...headers, ...auth?.latest(), accept: "application/json", "user-agent": userAgent };
  const endpoint = endpointOf(outgoing);
  return { method, url: target.url, endpoint, headers: all, ...(body === undefined ? {} : { body }) };
}

function logOutcome(
  { log, clock }: AttemptParts,
  { scheduler }: Host,
  { method, target }: Outgoing,
  { reply, failure, sentAt }: Outcome,
  course: { readonly attempt: number; readonly waited_ms: number },
): void {
  const { waiting, underWay, limit, intervalMs } = scheduler.stats();
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

/** Reports an answer to the breaker; returns the report that ends the lease. */
function reportOf(
  outcome: Outcome,
  host: Host,
  outgoing: Outgoing,
  parts: AttemptParts,
): (lease: Lease) => void {
  const { verdict } = outcome.judgement;
  host.breaker.recordAnswer(verdict);
  if (verdict === "transient") return (lease) => lease.other();
  if (verdict !== "throttled") return (lease) => lease.good();
  parts.usage.throttled(endpointOf(outgoing));
  return (lease) => {
    const pauseMs = lease.tooMany(askedWait(outcome, parts.clock));
    parts.log("info", `${outgoing.target.host} asks for fewer requests; pausing`, { ms: pauseMs });
  };
}
