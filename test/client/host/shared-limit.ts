import { createLimiter, type Reservation } from "../../../src/client/host/limiter";

/** Processes that share the limit of one host, each with its own limiter. */
export interface SharedLimit {
  readonly processes: number;
  /** Requests of each process, a login and a list among them. */
  readonly requests: number;
  /** The host takes this many requests in any window. */
  readonly limit: number;
  readonly windowMs: number;
  /** Whether a 429 says, in whole seconds, when to come back. */
  readonly retryAfter: boolean;
  readonly seed: number;
}

/** What the processes came to. */
export interface SharedResult {
  /** Time of all, as a multiple of what the limit itself takes. */
  readonly ratio: number;
  /** Time of the slowest as a multiple of that of the fastest. */
  readonly spread: number;
  /** Share of the requests that were refused. */
  readonly refused: number;
}

const ANSWER_MS = 30;
const STARTS_WITHIN_MS = 2_000;
const PARALLELISM = 10;

/** Runs them on a clock of events: an hour takes some milliseconds. */
export function share(options: SharedLimit): SharedResult {
  const events = createEvents();
  const random = pseudoRandom(options.seed);
  const host = createHost(options);
  const times: number[] = [];
  for (let one = 0; one < options.processes; one += 1) {
    const start = random() * STARTS_WITHIN_MS;
    events.at(start, () =>
      runProcess({ options, events, host, random }, () => times.push(events.now() - start)),
    );
  }
  events.run();
  const ideal = ((options.processes * options.requests) / options.limit - 1) * options.windowMs;
  return {
    ratio: events.now() / ideal,
    spread: Math.max(...times) / Math.min(...times),
    refused: host.refused() / host.seen(),
  };
}

interface Parts {
  readonly options: SharedLimit;
  readonly events: ReturnType<typeof createEvents>;
  readonly host: ReturnType<typeof createHost>;
  readonly random: () => number;
}

/** A login, then a list, then switches side by side. */
function runProcess({ options, events, host, random }: Parts, onEnd: () => void): void {
  const clock = { now: events.now, random, sleep: async () => {} };
  const limiter = createLimiter({ clock });
  let [queue, handed, flying, done] = [1, 1, 0, 0];
  let wakesAt = Number.POSITIVE_INFINITY;

  function pump(): void {
    while (queue > 0 && limiter.hasRoom()) {
      const start = limiter.earliestStart(0, events.now());
      if (start > events.now()) {
        wake(start);
        return;
      }
      queue -= 1;
      flying += 1;
      send(limiter.reserve(events.now()));
    }
  }

  function wake(time: number): void {
    if (wakesAt > events.now() && wakesAt <= time) return;
    wakesAt = time;
    events.at(time, pump);
  }

  function send(reservation: Reservation): void {
    events.after(ANSWER_MS / 2, () => {
      const answer = host.ask(events.now());
      events.after(ANSWER_MS / 2, () => end(reservation, answer));
    });
  }

  function end(reservation: Reservation, answer: Answer): void {
    flying -= 1;
    if (answer === "taken") {
      reservation.good(queue > 0);
      done += 1;
      hand(done < 2 ? 1 : PARALLELISM);
      if (done === options.requests) onEnd();
    } else {
      reservation.tooMany(answer.retryAfterMs);
      queue += 1;
    }
    pump();
  }

  function hand(most: number): void {
    while (handed < options.requests && queue + flying < most) {
      queue += 1;
      handed += 1;
    }
  }

  pump();
}

type Answer = "taken" | { readonly retryAfterMs: number | null };

function createHost({ limit, windowMs, retryAfter }: SharedLimit) {
  let taken: number[] = [];
  let [seen, refused] = [0, 0];
  return {
    seen: () => seen,
    refused: () => refused,
    ask(now: number): Answer {
      seen += 1;
      taken = taken.filter((time) => now - time < windowMs);
      if (taken.length < limit) {
        taken.push(now);
        return "taken";
      }
      refused += 1;
      const wait = Math.ceil(((taken[0] ?? now) + windowMs - now) / 1_000) * 1_000;
      return { retryAfterMs: retryAfter ? wait : null };
    },
  };
}

function createEvents() {
  let now = 0;
  const due: { readonly time: number; readonly run: () => void }[] = [];
  const at = (time: number, run: () => void) => {
    const index = due.findIndex((event) => event.time > time);
    due.splice(index === -1 ? due.length : index, 0, { time, run });
  };
  return {
    now: () => now,
    at,
    after: (ms: number, run: () => void) => at(now + ms, run),
    run() {
      for (let event = due.shift(); event !== undefined; event = due.shift()) {
        now = Math.max(now, event.time);
        event.run();
      }
    },
  };
}

/** Numbers from 0 to below 1 that are the same in each run. */
function pseudoRandom(seed: number): () => number {
  let value = seed;
  return () => {
    value = (value * 1_103_515_245 + 12_345) % 2 ** 31;
    return value / 2 ** 31;
  };
}
