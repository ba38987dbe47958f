import { type CallLimits, throwIfStopped, waitFor } from "./call";
import type { Clock } from "./clock";
import { BusyError, StoppedError } from "./errors";

const REMEMBERED_MS = 10_000;
const FINAL_AFTER = 3;

/** How a value is loaded, and how long it is valid. */
export interface SingleFlightParts<T> {
  readonly clock: Clock;
  readonly load: (limits: CallLimits) => Promise<T>;
  /** Whether a loaded value is still valid. @default forever */
  readonly serves?: (value: T) => boolean;
  /** Whether an error is permanent. @default never */
  readonly isFinal?: (error: unknown) => boolean;
}

interface Flight<T> {
  readonly result: Promise<T>;
  readonly waiting: Set<CallLimits>;
  readonly stop: AbortController;
}

/**
 * A value that many callers share and that is loaded once. One load runs at a time, and a caller that leaves does not
 * end the load for the others. A failure is returned to all callers for 10 s. A final failure, or the third in a row,
 * is returned for good.
 */
export class SingleFlight<T> {
  private flight: Flight<T> | null = null;
  private value: { readonly it: T } | null = null;
  private failure: { readonly error: unknown; readonly until: number } | null = null;
  private failures = 0;

  constructor(private readonly parts: SingleFlightParts<T>) {}

  /** The value, loaded if necessary. */
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

  /** The loaded value; null if there is none or it is no longer valid. */
  get current(): T | null {
    return this.value !== null && (this.parts.serves?.(this.value.it) ?? true) ? this.value.it : null;
  }

  /** Discards a loaded value if it is still the current one. */
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
    // All callers may have left by the time it fails, so the rejection is marked as handled.
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
    // Neither error says anything about the value: one caller stopped or ran out of time.
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
