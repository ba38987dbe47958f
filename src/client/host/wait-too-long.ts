/** The foreseen wait of a request for its lease. */
export interface Wait {
  /** Milliseconds until the earliest start of the request. */
  readonly ms: number;
  /** Milliseconds until the deadline. */
  readonly leftMs: number;
  /** The part of `ms` that is the host's pause. */
  readonly pauseMs: number;
  /** Whether the host asked for the pause; false if its length is a guess. */
  readonly pauseAsked: boolean;
  /** Number of requests ahead of this one. */
  readonly before: number;
  /** Milliseconds between the starts of two requests. */
  readonly intervalMs: number;
}

/** Thrown if a wait would end after the deadline; caught inside the client. */
export class WaitTooLong extends Error {
  constructor(readonly wait: Wait) {
    super("the wait for leave to send would end after the deadline");
  }
}

/** Says why a request cannot be sent in time. */
export function describeWait(wait: Wait): string {
  const { ms, leftMs } = wait;
  return `it would have waited ${seconds(ms)}, but the operation times out in ${seconds(leftMs)}. ${reason(wait)}`;
}

function reason({ ms, pauseMs, pauseAsked, before, intervalMs }: Wait): string {
  const pause = pauseAsked ? "It asked for a pause" : "It refuses requests for now, so the client pauses";
  if (pauseMs >= ms) return `${pause}${pauseAsked ? " of" : " for"} ${seconds(pauseMs)}.`;
  const paused = pauseMs > 0 ? `After a pause of ${seconds(pauseMs)}, ` : "";
  const first = before === 1 ? "1 request goes" : `${before} requests go`;
  return `${paused}${first} first, at one per ${interval(intervalMs)}.`;
}

/** Milliseconds as whole seconds, rounded up. */
export function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

/** The time between two requests in words. */
export function interval(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
