import { type Patience, throwIfStopped } from "./call";
import type { Clock } from "./clock";
import { StoppedError } from "./errors";
import { hostPause } from "./retry";
import type { RateLimit } from "./settings";

const FIRST_LIMIT = 4;
const HIGHEST_LIMIT = 32;

/** Leave to send one request now. Exactly one of its members is called, once, when the request is over. */
export interface Slot {
  /** The host answered well: more may be sent at a time. */
  good(): void;
  /** The host answered 429: all of its requests pause, and fewer are sent at a time. Returns the pause in ms. */
  tooMany(retryAfterMs: number | null): number;
  /** Anything else. */
  other(): void;
}

/** Thrown, inside the client only, where a deadline lies before the end of the host's pause. */
export class PausedTooLong extends Error {
  constructor(readonly pauseMs: number) {
    super("the host's pause ends after the deadline");
  }
}

interface Ticket {
  readonly patience: Patience;
  readonly admit: () => void;
  readonly refuse: (reason: unknown) => void;
}

/** The pace of all requests to one host. */
export interface Governor {
  /**
   * Waits for leave to send.
   * @param again true for a request that was sent before: it goes first
   * @throws StoppedError when the call is stopped
   * @throws PausedTooLong when the host's pause ends after the deadline
   */
  enter(patience: Patience, again?: boolean): Promise<Slot>;
  /** How many requests may be under way at a time. */
  readonly limit: number;
}

/** What governing needs; limits that are fixed by hand are kept beside what the host teaches. */
export interface GovernorOptions {
  readonly clock: Clock;
  readonly rateLimit?: RateLimit | null | undefined;
  readonly maxConcurrentRequests?: number | null | undefined;
}

/** A governor that begins at four requests at a time, or as many as may be. */
export function createGovernor(options: GovernorOptions): Governor {
  const { clock, rateLimit } = options;
  const most = options.maxConcurrentRequests ?? HIGHEST_LIMIT;
  const interval = rateLimit ? (1000 * rateLimit.perSeconds) / rateLimit.requests : 0;
  const queue: Ticket[] = [];
  let limit = options.maxConcurrentRequests ?? FIRST_LIMIT;
  let slowStart = true;
  let active = 0;
  let pausedUntil = 0;
  let nextStart = 0;
  let refusals = 0;
  // Requests that were under way together are refused together; that is one refusal.
  let round = 0;
  let waking: AbortController | null = null;

  function pump(): void {
    while (queue.length > 0 && active < Math.floor(limit)) {
      const wait = Math.max(pausedUntil, nextStart) - clock.now();
      if (wait > 0) {
        wakeAfter(wait);
        return;
      }
      nextStart = clock.now() + interval;
      active += 1;
      queue.shift()?.admit();
    }
    if (queue.length === 0) waking?.abort();
  }

  function wakeAfter(wait: number): void {
    if (waking !== null) return;
    const mine = new AbortController();
    waking = mine;
    const woken = () => {
      if (waking === mine) waking = null;
      pump();
    };
    clock.sleep(wait, mine.signal).then(woken, woken);
  }

  function refuseHopeless(): void {
    const hopeless = queue.filter((ticket) => ticket.patience.deadline() < pausedUntil);
    for (const ticket of hopeless) ticket.refuse(new PausedTooLong(pausedUntil - clock.now()));
  }

  function leave(): void {
    active -= 1;
    pump();
  }

  function createSlot(): Slot {
    const myRound = round;
    return {
      good() {
        if (myRound === round) refusals = 0;
        // Growth is only earned under load: an idle host proves nothing.
        if (queue.length > 0) limit = Math.min(most, limit + (slowStart ? 1 : 1 / limit));
        leave();
      },
      tooMany(retryAfterMs) {
        const first = myRound === round;
        slowStart = false;
        if (first) {
          round += 1;
          refusals += 1;
          limit = Math.max(1, Math.floor(limit / 2));
        }
        const pauseMs = hostPause(refusals, retryAfterMs);
        if (first || retryAfterMs !== null) {
          pausedUntil = Math.max(pausedUntil, clock.now() + pauseMs);
        }
        refuseHopeless();
        leave();
        return pauseMs;
      },
      other: leave,
    };
  }

  function waitInLine(patience: Patience, again: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        ticket.refuse(new StoppedError({ cause: patience.signal.reason }));
        pump();
      };
      const settle = () => patience.signal.removeEventListener("abort", onAbort);
      const ticket: Ticket = {
        patience,
        admit: () => {
          settle();
          resolve();
        },
        refuse: (reason) => {
          settle();
          queue.splice(queue.indexOf(ticket), 1);
          reject(reason);
        },
      };
      patience.signal.addEventListener("abort", onAbort, { once: true });
      if (again) queue.unshift(ticket);
      else queue.push(ticket);
      pump();
    });
  }

  return {
    get limit() {
      return Math.floor(limit);
    },
    async enter(patience, again = false) {
      throwIfStopped(patience.signal);
      const left = pausedUntil - clock.now();
      if (left > 0 && patience.deadline() < pausedUntil) throw new PausedTooLong(left);
      await waitInLine(patience, again);
      return createSlot();
    },
  };
}
