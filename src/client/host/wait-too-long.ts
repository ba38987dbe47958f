/** A wait for leave to send, as it is foreseen. */
export interface Wait {
  /** Until the request could start at the earliest. */
  readonly ms: number;
  /** How much of it is the host's pause. */
  readonly pauseMs: number;
  /** Requests that go first. */
  readonly before: number;
  /** Milliseconds from one request to the next. */
  readonly intervalMs: number;
}

/** Thrown, inside the client only, where a deadline lies before the earliest end of a wait. */
export class WaitTooLong extends Error {
  constructor(readonly wait: Wait) {
    super("the wait for leave to send would end after the deadline");
  }
}

/** Says why a request cannot be sent in time. */
export function describeWait({ ms, pauseMs, before, intervalMs }: Wait): string {
  if (pauseMs >= ms) return `It asked for a pause of ${seconds(ms)}, longer than the time that is left.`;
  const paused = pauseMs > 0 ? `after a pause of ${seconds(pauseMs)}, ` : "";
  const first = before === 1 ? "1 request goes" : `${before} requests go`;
  return `The wait would take ${seconds(ms)}, longer than the time that is left: ${paused}${first} first, at one per ${interval(intervalMs)}.`;
}

/** Milliseconds as whole seconds, rounded up. */
export function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

/** Milliseconds from one request to the next, as people say it. */
export function interval(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
