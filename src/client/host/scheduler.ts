import { type Patience, throwIfStopped } from "../call";
import type { Clock } from "../clock";
import { StoppedError } from "../errors";
import { type AllowanceOptions, createAllowance, type Speed } from "./limiter";
import { createWaitingLine, type Rank } from "./priority-queue";
import { WaitTooLong } from "./wait-too-long";

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
export interface Standing extends Speed {
  readonly waiting: number;
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

interface Ticket {
  readonly patience: Patience;
  readonly isReady: () => boolean;
  readonly admit: (slot: Slot | null) => void;
  readonly refuse: (reason: unknown) => void;
}

/** A governor under which nobody waits yet. */
export function createGovernor(options: AllowanceOptions): Governor {
  const { clock } = options;
  const allowance = createAllowance(options);
  const line = createWaitingLine<Ticket>();
  const alarm = createAlarm(clock, pump);
  let held = false;
  let idleSince = clock.now();

  function pump(): void {
    while (mayGo() > 0 && allowance.hasRoom()) {
      const now = clock.now();
      const start = allowance.earliestStart(0, now);
      if (start > now) {
        alarm.set(start);
        return;
      }
      const ticket = line.next();
      if (ticket?.isReady()) ticket.admit(createSlot(now));
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

  function isIdle(): boolean {
    return line.size === 0 && allowance.speed().underWay === 0;
  }

  function moveUp(): void {
    if (isIdle()) idleSince = clock.now();
    pump();
  }

  function createSlot(now: number): Slot {
    const permit = allowance.begin(now);
    return {
      good() {
        permit.good(line.size > 0);
        moveUp();
      },
      tooMany(retryAfterMs) {
        if (permit.tooMany(retryAfterMs)) refuseHopeless();
        moveUp();
        return (allowance.speed().pausedUntil ?? clock.now()) - clock.now();
      },
      other() {
        permit.other();
        moveUp();
      },
      unused() {
        permit.unused();
        moveUp();
      },
    };
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
    const start = allowance.earliestStart(before, now);
    if (start <= now || patience.deadline() >= start) return null;
    const { intervalMs, pausedUntil, pauseAsked } = allowance.speed();
    return new WaitTooLong({
      ...{ ms: start - now, leftMs: patience.deadline() - now, before, intervalMs },
      ...{ pauseMs: (pausedUntil ?? now) - now, pauseAsked },
    });
  }

  function waitInLine(patience: Patience, rank: Rank, isReady: () => boolean): Promise<Slot | null> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        ticket.refuse(new StoppedError({ cause: patience.signal.reason }));
        moveUp();
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
      if (isIdle()) allowance.rest(now - idleSince);
      const tooLong = foresee(patience, line.before(rank), now);
      if (tooLong !== null) throw tooLong;
      return waitInLine(patience, rank, isReady);
    },
    resume() {
      held = false;
      pump();
    },
    standing: () => ({ waiting: line.size, ...allowance.speed() }),
  };
}

/** Rings once at a time that can be moved. */
export interface Alarm {
  /** Rings at `at` or before: who is woken looks again, and sets it anew. */
  set(at: number): void;
  off(): void;
}

/** An alarm that is off. */
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
