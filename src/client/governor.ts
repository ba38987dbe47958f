import { createAlarm } from "./alarm";
import { type Patience, throwIfStopped } from "./call";
import type { Clock } from "./clock";
import { StoppedError } from "./errors";
import { earliestStart, freePace, refused, refusedAlike, rested, started, taken, withdrawn } from "./pace";
import { createRateWindow } from "./rate-window";
import type { RateLimit } from "./settings";
import { WaitTooLong } from "./wait-too-long";
import { createWaitingLine, type Rank } from "./waiting-line";

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
  /** It was not sent after all. */
  unused(): void;
}

/** How things stand with a host. */
export interface Standing {
  readonly waiting: number;
  readonly underWay: number;
  /** How many requests may be under way at a time. */
  readonly limit: number;
  /** Milliseconds from one request to the next; 0 where they go as answers come. */
  readonly intervalMs: number;
  /** End of the host's pause in milliseconds since 1970, or null. */
  readonly pausedUntil: number | null;
}

/** The pace of all requests to one host. */
export interface Governor {
  /**
   * Waits for leave to send. Null: its turn came and it was not ready; until `resume` is called, only logins go.
   * @throws StoppedError when the call is stopped
   * @throws WaitTooLong when its turn cannot come before the deadline
   */
  enter(patience: Patience, rank?: Rank, isReady?: () => boolean): Promise<Slot | null>;
  resume(): void;
  standing(): Standing;
}

/** What governing needs; limits that are fixed by hand are kept beside what the host teaches. */
export interface GovernorOptions {
  readonly clock: Clock;
  readonly rateLimit?: RateLimit | null | undefined;
  readonly maxConcurrentRequests?: number | null | undefined;
}

interface Ticket {
  readonly patience: Patience;
  readonly isReady: () => boolean;
  readonly admit: (slot: Slot | null) => void;
  readonly refuse: (reason: unknown) => void;
}

/** A governor that begins at four requests at a time, or as many as may be. */
export function createGovernor({ clock, rateLimit, maxConcurrentRequests }: GovernorOptions): Governor {
  const most = maxConcurrentRequests ?? HIGHEST_LIMIT;
  const window = rateLimit ? createRateWindow(rateLimit) : null;
  const fixedMs = rateLimit ? (1000 * rateLimit.perSeconds) / rateLimit.requests : 0;
  const line = createWaitingLine<Ticket>();
  let pace = freePace;
  let limit = maxConcurrentRequests ?? FIRST_LIMIT;
  let slowStart = true;
  let active = 0;
  let held = false;
  let idleSince = clock.now();
  // Requests that were under way together are refused together; that is one refusal.
  let wave = 0;
  const alarm = createAlarm(clock, pump);

  function earliest(before: number, now: number): number {
    const learned = earliestStart(pace, before, now);
    return window === null ? learned : Math.max(learned, window.earliestStart(before, now));
  }

  function pump(): void {
    while (mayGo() > 0 && active < Math.floor(limit)) {
      const now = clock.now();
      const start = earliest(0, now);
      if (start > now) {
        alarm.set(start);
        return;
      }
      const ticket = line.next();
      if (ticket?.isReady()) ticket.admit(begin(now));
      else hold(ticket);
    }
    if (line.size === 0) alarm.off();
  }

  function mayGo(): number {
    return held ? line.before("login") : line.size;
  }

  function hold(ticket: Ticket | undefined): void {
    held = true;
    ticket?.admit(null);
  }

  function begin(now: number): Slot {
    pace = started(pace, now, clock.random());
    window?.enter();
    active += 1;
    return createSlot();
  }

  function refuseHopeless(): void {
    const now = clock.now();
    let before = 0;
    for (const ticket of line.all()) {
      const tooLong = foresee(ticket.patience, before, now);
      if (tooLong === null) before += 1;
      else ticket.refuse(tooLong);
    }
  }

  /** Why somebody with so many before him cannot start in time, or null. */
  function foresee(patience: Patience, before: number, now: number): WaitTooLong | null {
    const start = earliest(before, now);
    if (start <= now || patience.deadline() >= start) return null;
    const pauseMs = Math.max(0, pace.pausedUntil - now);
    return new WaitTooLong({ ms: start - now, pauseMs, before, intervalMs: intervalMs() });
  }

  function intervalMs(): number {
    return Math.max(pace.intervalMs, fixedMs);
  }

  function leave(): void {
    active -= 1;
    window?.leave(clock.now());
    after();
  }

  function after(): void {
    if (active === 0 && line.size === 0) idleSince = clock.now();
    pump();
  }

  function createSlot(): Slot {
    const myWave = wave;
    return {
      good() {
        if (myWave === wave) pace = taken(pace, line.size > 0);
        // Growth is only earned under load: an idle host proves nothing.
        if (line.size > 0) limit = Math.min(most, limit + (slowStart ? 1 : 1 / limit));
        leave();
      },
      tooMany(retryAfterMs) {
        const now = clock.now();
        const { pausedUntil } = pace;
        slowStart = false;
        if (myWave === wave) {
          wave += 1;
          limit = Math.max(1, Math.floor(limit / 2));
          pace = refused(pace, now, retryAfterMs);
        } else {
          pace = refusedAlike(pace, now, retryAfterMs);
        }
        if (pace.pausedUntil !== pausedUntil) refuseHopeless();
        leave();
        return pace.pausedUntil - now;
      },
      other: leave,
      unused() {
        active -= 1;
        window?.withdraw();
        pace = withdrawn(pace, clock.now());
        after();
      },
    };
  }

  function waitInLine(patience: Patience, rank: Rank, isReady: () => boolean): Promise<Slot | null> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        ticket.refuse(new StoppedError({ cause: patience.signal.reason }));
        after();
      };
      const settle = () => patience.signal.removeEventListener("abort", onAbort);
      const ticket: Ticket = {
        patience,
        isReady,
        admit(slot) {
          settle();
          resolve(slot);
        },
        refuse(reason) {
          settle();
          leaveLine();
          reject(reason);
        },
      };
      patience.signal.addEventListener("abort", onAbort, { once: true });
      const leaveLine = line.join(ticket, rank);
      pump();
    });
  }

  return {
    async enter(patience, rank = "new", isReady = () => true) {
      throwIfStopped(patience.signal);
      const now = clock.now();
      if (active === 0 && line.size === 0) pace = rested(pace, now - idleSince);
      const tooLong = foresee(patience, line.before(rank), now);
      if (tooLong !== null) throw tooLong;
      return waitInLine(patience, rank, isReady);
    },
    resume() {
      held = false;
      pump();
    },
    standing: () => ({
      waiting: line.size,
      underWay: active,
      limit: Math.floor(limit),
      intervalMs: intervalMs(),
      pausedUntil: pace.pausedUntil > clock.now() ? pace.pausedUntil : null,
    }),
  };
}
