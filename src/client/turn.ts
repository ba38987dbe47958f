import { attempt, type Outcome } from "./attempt";
import { type Patience, throwIfStopped } from "./call";
import type { Clock } from "./clock";
import { endpointOf } from "./endpoint";
import type { Slot } from "./governor";
import type { Host } from "./host";
import { isPassingStatus, parseRetryAfter } from "./retry";
import type { Log } from "./settings";
import type { HttpReply, HttpRequest, Transport } from "./transport";
import type { Target } from "./url";

/** A request as the client's parts write it. */
export interface Outgoing {
  readonly target: Target;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Time that an answer still gets after the call was stopped. @default 0 */
  readonly graceMs?: number;
}

/** What one attempt needs beside its request. */
export interface TurnParts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly requestTimeoutMs: number;
  readonly userAgent: string;
  readonly log: Log;
}

/**
 * Waits for the host's leave, sends once, and tells the host what came of it.
 * @throws NetworkError the remembered one, while the host counts as down
 * @throws PausedTooLong when the host's pause ends after the deadline
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
  const slot = await host.governor.enter(patience, number > 1);
  let report: (slot: Slot) => void = (taken) => taken.other();
  try {
    throwIfStopped(patience.signal);
    // Others may have found the host dead while this request waited.
    host.reachability.assertUp();
    const outcome = await sendLogged(parts, outgoing, patience, number);
    if (outcome.reply !== null) report = judge(outcome.reply, host, outgoing, parts);
    return outcome;
  } finally {
    report(slot);
  }
}

/** Milliseconds that an answer asks to wait, or null. */
export function retryAfterOf(reply: HttpReply, clock: Clock): number | null {
  return parseRetryAfter(reply.headers["retry-after"], clock.now(), reply.headers["date"]);
}

async function sendLogged(
  parts: TurnParts,
  outgoing: Outgoing,
  patience: Patience,
  number: number,
): Promise<Outcome> {
  const { method, target, body, graceMs = 0 } = outgoing;
  const started = parts.clock.now();
  const request: HttpRequest = {
    method,
    url: target.url,
    endpoint: endpointOf(outgoing),
    headers: { ...outgoing.headers, accept: "application/json", "user-agent": parts.userAgent },
    ...(body === undefined ? {} : { body }),
  };
  const limits = { signal: patience.signal, timeoutMs: parts.requestTimeoutMs, graceMs };
  const outcome = await attempt(parts.transport, parts.clock, request, limits);
  parts.log("debug", `${method} ${target.path}`, {
    method,
    host: target.host,
    path: target.path,
    ...(outcome.failure === null ? { status: outcome.reply.status } : { failure: outcome.failure.code }),
    ms: parts.clock.now() - started,
    attempt: number,
  });
  return outcome;
}

function judge(reply: HttpReply, host: Host, outgoing: Outgoing, parts: TurnParts): (slot: Slot) => void {
  const good = reply.status !== 429 && !isPassingStatus(reply.status);
  host.reachability.answered(good);
  if (good) return (slot) => slot.good();
  if (reply.status !== 429) return (slot) => slot.other();
  return (slot) => {
    const pauseMs = slot.tooMany(retryAfterOf(reply, parts.clock));
    parts.log("info", `${outgoing.target.host} asks for fewer requests; pausing`, { ms: pauseMs });
  };
}
