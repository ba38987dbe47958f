import { type CallLimits, throwIfStopped } from "../call";
import type { Clock } from "../clock";
import { StoppedError } from "../errors";
import { createLimiter, type LimiterOptions, type LimiterStats } from "./limiter";
import { createPriorityQueue, type Priority } from "./priority-queue";
import { WaitTooLong } from "./wait-too-long";

/** Permission to send one request now. Call exactly one of its members, once, when the request is over. */
export interface Lease {
  /** The host answered well, so its concurrency may grow. */
  good(): void;
  /** The host answered 429: all its requests pause and its concurrency shrinks. Returns the pause in ms. */
  tooMany(retryAfterMs: number | null): number;
  /** Any other result. */
  other(): void;
  /** The request was not sent. */
  unused(): void;
}

/** Queue and limits of a host, for logs and errors. */
export interface QueueStats extends LimiterStats {
  readonly waiting: number;
}

/** Decides when each request to one host is sent. */
export interface Scheduler {
  /**
   * Waits for a lease. It returns null if the request was next but not ready; until `resume` is called, only logins are
   * sent then.
   * @throws StoppedError if the call is stopped
   * @throws WaitTooLong if the lease would come after the deadline
   */
  enter(limits: CallLimits, priority?: Priority, isReady?: () => boolean): Promise<Lease | null>;
  resume(): void;
  stats(): QueueStats;
}

interface Ticket {
  readonly limits: CallLimits;
  readonly isReady: () => boolean;
  readonly admit: (lease: Lease | null) => void;
  readonly refuse: (reason: unknown) => void;
}

/** Makes a scheduler with an empty queue. */
export function createScheduler(options: LimiterOptions): Scheduler {
  const { clock } = options;
  const limiter = createLimiter(options);
  const queue = createPriorityQueue<Ticket>();
  const alarm = createAlarm(clock, pump);
  let held = false;
  let idleSince = clock.now();

  function pump(): void {
    while (mayGo() > 0 && limiter.hasRoom()) {
      const now = clock.now();
      const start = limiter.earliestStart(0, now);
      if (start > now) {
        alarm.set(start);
        return;
      }
      const ticket = queue.next();
      if (ticket?.isReady()) ticket.admit(createSlot(now));
      else hold(ticket);
    }
    if (queue.size === 0) alarm.off();
  }

  function mayGo(): number {
    return held ? queue.before("login") : queue.size;
  }

  function hold(ticket: Ticket | undefined): void {
    held = true;
    ticket?.admit(null);
  }

  function isIdle(): boolean {
    return queue.size === 0 && limiter.stats().underWay === 0;
  }

  function moveUp(): void {
    if (isIdle()) idleSince = clock.now();
    pump();
  }

  function createSlot(now: number): Lease {
    const reservation = limiter.reserve(now);
    return {
      good() {
        reservation.good(queue.size > 0);
        moveUp();
      },
      tooMany(retryAfterMs) {
        if (reservation.tooMany(retryAfterMs)) refuseHopeless();
        moveUp();
        return (limiter.stats().pausedUntil ?? clock.now()) - clock.now();
      },
      other() {
        reservation.other();
        moveUp();
      },
      unused() {
        reservation.unused();
        moveUp();
      },
    };
  }

  function refuseHopeless(): void {
    const now = clock.now();
    let before = 0;
    for (const ticket of queue.all()) {
      const tooLong = foresee(ticket.limits, before, now);
      if (tooLong === null) before += 1;
      else ticket.refuse(tooLong);
    }
  }

  /** Why a request behind `before` others cannot start in time; null if it can. */
  function foresee(limits: CallLimits, before: number, now: number): WaitTooLong | null {
    const start = limiter.earliestStart(before, now);
    if (start <= now || limits.deadline() >= start) return null;
    const { intervalMs, pausedUntil, pauseAsked } = limiter.stats();
    return new WaitTooLong({
      ...{ ms: start - now, leftMs: limits.deadline() - now, before, intervalMs },
      ...{ pauseMs: (pausedUntil ?? now) - now, pauseAsked },
    });
  }

  function waitInLine(limits: CallLimits, priority: Priority, isReady: () => boolean): Promise<Lease | null> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        ticket.refuse(new StoppedError({ cause: limits.signal.reason }));
        moveUp();
      };
      const settle = () => limits.signal.removeEventListener("abort", onAbort);
      const ticket: Ticket = {
        limits,
        isReady,
        admit(lease) {
          settle();
          resolve(lease);
        },
        refuse(reason) {
          settle();
          leaveLine();
          reject(reason);
        },
      };
      limits.signal.addEventListener("abort", onAbort, { once: true });
      const leaveLine = queue.join(ticket, priority);
      pump();
    });
  }

  return {
    async enter(limits, priority = "new", isReady = () => true) {
      throwIfStopped(limits.signal);
      const now = clock.now();
      if (isIdle()) limiter.rest(now - idleSince);
      const tooLong = foresee(limits, queue.before(priority), now);
      if (tooLong !== null) throw tooLong;
      return waitInLine(limits, priority, isReady);
    },
    resume() {
      held = false;
      pump();
    },
    stats: () => ({ waiting: queue.size, ...limiter.stats() }),
  };
}

/** A timer that rings once, at a time that can be moved. */
export interface Alarm {
  /** Sets the time. The alarm may ring early, so whoever is woken checks the time and sets it again. */
  set(at: number): void;
  off(): void;
}

/** Makes an alarm that is not set. */
export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let current: { readonly at: number; readonly stop: AbortController } | null = null;
  return {
    set(at) {
      if (current !== null && current.at <= at) return;
      current?.stop.abort();
      const mine = { at, stop: new AbortController() };
      current = mine;
      const end = () => {
        if (current !== mine) return;
        current = null;
        ring();
      };
      clock.sleep(at - clock.now(), mine.stop.signal).then(end, end);
    },
    off() {
      const last = current;
      current = null;
      last?.stop.abort();
    },
  };
}
