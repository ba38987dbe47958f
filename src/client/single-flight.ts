import { type CallLimits, throwIfStopped, waitFor } from "./call";
import type { Clock } from "./clock";
import { BusyError, StoppedError } from "./errors";

const REMEMBERED_MS = 10_000;
const FINAL_AFTER = 3;

/** What is loaded, and for how long it serves. */
export interface SingleFlightParts<T> {
  readonly clock: Clock;
  readonly load: (limits: CallLimits) => Promise<T>;
  /** Whether a loaded value still serves. @default forever */
  readonly serves?: (value: T) => boolean;
  /** Whether an error will not go away. @default never */
  readonly isFinal?: (error: unknown) => boolean;
}

interface Flight<T> {
  readonly result: Promise<T>;
  readonly waiting: Set<CallLimits>;
  readonly stop: AbortController;
}

/**
 * Something that many callers need and that is loaded once: one load is under way at a time, a caller
 * who leaves does not end it for the others, and a failure answers everybody for 10 s,
 * after three in a row, or a final one, for good.
 */
export class SingleFlight<T> {
  private flight: Flight<T> | null = null;
  private value: { readonly it: T } | null = null;
  private failure: { readonly error: unknown; readonly until: number } | null = null;
  private failures = 0;

  constructor(private readonly parts: SingleFlightParts<T>) {}

  /** The value, loaded when need be. */
  async get(limits: CallLimits): Promise<T> {
    throwIfStopped(limits.signal);
    const value = this.current;
    if (value !== null) return value;
    if (this.failure !== null && this.parts.clock.now() < this.failure.until) throw this.failure.error;
    const flight = this.flight ?? this.start(limits);
    flight.waiting.add(limits);
    try {
      return await waitFor(flight.result, limits.signal);
    } finally {
      flight.waiting.delete(limits);
      if (flight.waiting.size === 0) this.abandon(flight);
    }
  }

  /** The value, where one is there and serves. */
  get current(): T | null {
    return this.value !== null && (this.parts.serves?.(this.value.it) ?? true) ? this.value.it : null;
  }

  /** Forgets a loaded value, if it is still this one. */
  forget(value: T): void {
    if (this.value?.it === value) this.value = null;
  }

  private start(first: CallLimits): Flight<T> {
    const stop = new AbortController();
    const waiting = new Set([first]);
    const deadline = () => [...waiting].reduce((latest, limits) => Math.max(latest, limits.deadline()), 0);
    const flight: Flight<T> = {
      stop,
      waiting,
      result: this.parts.load({ signal: stop.signal, deadline }).then(
        (value) => this.landed(flight, value),
        (error: unknown) => this.failed(flight, error),
      ),
    };
    // Everybody may have left by the time it fails.
    flight.result.catch(() => {});
    this.flight = flight;
    return flight;
  }

  private abandon(flight: Flight<T>): void {
    flight.stop.abort();
    if (this.flight === flight) this.flight = null;
  }

  private landed(flight: Flight<T>, value: T): T {
    if (this.flight === flight) this.flight = null;
    this.value = { it: value };
    this.failure = null;
    this.failures = 0;
    return value;
  }

  private failed(flight: Flight<T>, error: unknown): never {
    if (this.flight === flight) this.flight = null;
    // Neither says anything of what is loaded: one caller had no time.
    if (!(error instanceof StoppedError || error instanceof BusyError)) this.remember(error);
    throw error;
  }

  private remember(error: unknown): void {
    this.failures += 1;
    const forGood = this.failures >= FINAL_AFTER || (this.parts.isFinal?.(error) ?? false);
    const until = forGood ? Number.POSITIVE_INFINITY : this.parts.clock.now() + REMEMBERED_MS;
    this.failure = { error, until };
  }
}
