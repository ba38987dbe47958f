import { type Clock, systemClock } from "./clock";
import { StoppedError } from "./errors";

/** Limits of a call: how long the caller is willing to wait. */
export interface Call {
  /** Aborts waits and requests at once. */
  readonly signal?: AbortSignal | undefined;
  /** Time after which an answer is useless, in milliseconds since 1970. A wait that would end later is not begun. */
  readonly deadline?: number | undefined;
}

/** Signal and deadline of a call, as the client's parts pass them on. */
export interface CallLimits {
  readonly signal: AbortSignal;
  /** Infinity if there is none. It is a function because callers join and leave a shared load. */
  readonly deadline: () => number;
}

/** @throws StoppedError if the call has been stopped */
export function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new StoppedError({ cause: signal.reason });
}

/**
 * Waits for a time, or until the signal aborts.
 * @throws StoppedError if the call is stopped
 */
export async function pause(ms: number, signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  throwIfStopped(signal);
  try {
    await clock.sleep(ms, signal);
  } catch (error) {
    throwIfStopped(signal);
    throw error;
  }
}

/**
 * Waits for shared work, which goes on if this caller stops.
 * @throws StoppedError if the call is stopped first
 */
export async function waitFor<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  throwIfStopped(signal);
  let onAbort: (() => void) | undefined;
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(new StoppedError({ cause: signal.reason }));
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    if (onAbort !== undefined) signal.removeEventListener("abort", onAbort);
  }
}

/** Runs work within the caller's limits; `closing` aborts it too. Removes its listeners afterwards. */
export async function withLimits<T>(
  call: Call | undefined,
  closing: AbortSignal,
  run: (limits: CallLimits) => Promise<T>,
): Promise<T> {
  const { own, limits, end } = openLimits(call, closing);
  try {
    throwIfStopped(own.signal);
    return await run(limits);
  } finally {
    end();
  }
}

/** Like `withLimits`, for work that yields. The limits abort when the caller stops reading. */
export async function* streamWithLimits<T>(
  call: Call | undefined,
  closing: AbortSignal,
  run: (limits: CallLimits) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const { own, limits, end } = openLimits(call, closing);
  try {
    throwIfStopped(own.signal);
    yield* run(limits);
  } finally {
    own.abort();
    end();
  }
}

function openLimits(call: Call | undefined, closing: AbortSignal) {
  const own = new AbortController();
  const leave = [closing, call?.signal].map((source) => source && linkAbort(source, own));
  const deadline = call?.deadline ?? Number.POSITIVE_INFINITY;
  const limits: CallLimits = { signal: own.signal, deadline: () => deadline };
  const end = () => {
    for (const unlink of leave) unlink?.();
  };
  return { own, limits, end };
}

interface AbortLink {
  readonly targets: Set<AbortController>;
  readonly forward: () => void;
}

// Adding a listener to a signal scans all its listeners (WHATWG DOM, "add an event listener"), so ten thousand calls
// under one signal would take quadratic time. Each signal therefore gets one listener.
const abortLinks = new WeakMap<AbortSignal, AbortLink>();

/** Makes a controller abort when a signal aborts; returns a function that unlinks them. */
export function linkAbort(source: AbortSignal, target: AbortController): () => void {
  if (source.aborted) {
    target.abort(source.reason);
    return () => {};
  }
  const link = abortLinks.get(source) ?? createLink(source);
  link.targets.add(target);
  return () => {
    link.targets.delete(target);
    if (link.targets.size > 0 || abortLinks.get(source) !== link) return;
    abortLinks.delete(source);
    source.removeEventListener("abort", link.forward);
  };
}

function createLink(source: AbortSignal): AbortLink {
  const targets = new Set<AbortController>();
  const forward = () => {
    for (const target of [...targets]) target.abort(source.reason);
  };
  const link = { targets, forward };
  abortLinks.set(source, link);
  source.addEventListener("abort", forward, { once: true });
  return link;
}
