import {
  earliestStart,
  freePace,
  type LearnedPace,
  refused,
  refusedAlike,
  rested,
  started,
  taken,
  withdrawn,
} from "../../../src/client/host/learned-pace";

const START = Date.UTC(2026, 0, 1);

function times<T>(count: number, change: (value: T) => T, value: T): T {
  return Array.from({ length: count }).reduce<T>(change, value);
}

const open = started(freePace, START);

function accept(count: number, pace: LearnedPace, now = START, crowded = true): LearnedPace {
  return times(count, (value) => taken(value, crowded, now), pace);
}

/** A pace after some accepted requests, a refusal that asks for a pause, and the first accepted one after it. */
function learnedFrom(count: number, pauseMs: number): LearnedPace {
  const paused = refused(accept(count, open), START, pauseMs);
  return taken(paused, true, START + pauseMs);
}

describe("a pause", () => {
  test("lasts as long as Retry-After says, however long that is", () => {
    expect(refused(freePace, START, 3_600_000).pausedUntil).toBe(START + 3_600_000);
  });

  test("without Retry-After grows from 2 to 60 s while nothing is taken", () => {
    let pace = freePace;
    const pauses = [1, 2, 3, 4, 5, 6, 7].map(() => {
      const now = pace.pausedUntil;
      pace = refused(pace, now, null);
      return pace.pausedUntil - now;
    });
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  test("begins at 2 s again once something was taken", () => {
    const pace = taken(refused(refused(open, START, null), START + 2_000, null), false, START + 6_000);
    expect(refused(pace, START + 60_000, null).pausedUntil).toBe(START + 62_000);
  });

  test("is not shortened by a second 429 that asks for less", () => {
    const pace = refusedAlike(refused(freePace, START, 30_000), START + 1, 1_000);
    expect(pace.pausedUntil).toBe(START + 30_000);
  });

  test("is lengthened by a second 429 of the same wave only where that says for how long", () => {
    const pace = refused(freePace, START, null);
    expect(refusedAlike(pace, START + 1, null)).toBe(pace);
    expect(refusedAlike(pace, START + 1, 5_000).pausedUntil).toBe(START + 5_001);
  });

  test("ends for everybody at the same time", () => {
    const pace = refused(freePace, START, 30_000);
    expect(earliestStart(pace, 0, START + 1)).toBe(START + 30_000);
    expect(earliestStart(pace, 500, START + 1)).toBe(START + 30_000);
  });
});

describe("the interval", () => {
  test("is none at first", () => {
    expect(accept(100, open).intervalMs).toBe(0);
  });

  test.each([
    [5, 2_000, 440],
    [5, 30_000, 6_600],
    [100, 60_000, 660],
    [0, 2_000, 2_200],
  ])(
    "after %i requests and a pause of %i ms is %i ms: a tenth slower than the average",
    (count, ms, expected) => {
      expect(refused(accept(count, open), START, ms).intervalMs).toBeCloseTo(expected);
    },
  );

  test("grows a little with each further refusal in a row", () => {
    const pace = refused(accept(5, open), START, 2_000);
    expect(refused(pace, START + 2_000, 2_000).intervalMs).toBeCloseTo(440 * 1.05);
  });

  test("is learned again from the time that guessed pauses took, and not from pauses that the host asked for", () => {
    const guessed = refused(accept(5, open), START, null);
    expect(taken(guessed, true, START + 60_000).intervalMs).toBeCloseTo(Math.sqrt(440 * 10_000));
    expect(taken(refused(accept(5, open), START, 2_000), true, START + 60_000).intervalMs).toBeCloseTo(440);
  });

  test("of time in which nobody asked is nothing learned", () => {
    const idle = rested(accept(5, open), 600_000);
    expect(refused(idle, START + 600_000, 2_000).intervalMs).toBeCloseTo(440);
    expect(rested(freePace, 600_000)).toBe(freePace);
  });

  test("stays for two good answers and shrinks with each later one while others wait", () => {
    const pace = learnedFrom(5, 2_000);
    const two = accept(2, pace);
    expect(two.intervalMs).toBe(pace.intervalMs);
    const three = taken(two, true, START);
    expect(three.intervalMs).toBeLessThan(pace.intervalMs);
    expect(three.intervalMs).toBeGreaterThan(pace.intervalMs * 0.98);
  });

  test("shrinks the faster the longer it is, so that the slow one of two processes catches up", () => {
    const slow = { ...learnedFrom(5, 2_000), intervalMs: 8_000 };
    const fast = { ...slow, intervalMs: 2_000 };
    expect(accept(12, slow).intervalMs / accept(12, fast).intervalMs).toBeLessThan(2);
  });

  test("that was refused goes half the way back to the one before it shrank", () => {
    const pace = { ...learnedFrom(5, 2_000), intervalMs: 220, heldMs: 440 };
    expect(refused(pace, START, 1_000).intervalMs).toBeCloseTo(Math.sqrt(220 * 440) * 1.1);
  });

  test("stays while nobody waits: an idle host proves nothing", () => {
    const pace = learnedFrom(5, 2_000);
    expect(accept(20, pace, START, false).intervalMs).toBe(pace.intervalMs);
  });

  test("of less than 10 ms is none", () => {
    expect(learnedFrom(1_000, 5_000).intervalMs).toBe(0);
    expect(accept(2_000, learnedFrom(5, 2_000)).intervalMs).toBe(0);
  });

  test("is never longer than a minute", () => {
    expect(refused(accept(1, open), START, 3_600_000).intervalMs).toBe(60_000);
  });
});

describe("a guessed pause at a known pace", () => {
  test("is one interval, at least 2 s, and doubles only after three refusals in a row", () => {
    let pace = learnedFrom(1, 5_000);
    const pauses = [1, 2, 3, 4, 5, 6, 7].map(() => {
      const now = pace.pausedUntil;
      pace = refused(pace, now, null);
      return pace.pausedUntil - now;
    });
    expect(pauses.slice(0, 3).every((ms) => ms >= 2_000 && ms < 7_000)).toBe(true);
    expect(pauses.slice(5)).toEqual([8_000, 16_000]);
  });
});

describe("the start", () => {
  const paced: LearnedPace = { ...freePace, intervalMs: 1_000 };

  test("of the first request is now", () => {
    expect(earliestStart(paced, 0, START)).toBe(START);
  });

  test("of the next one is an interval later", () => {
    expect(earliestStart(started(paced, START), 0, START)).toBe(START + 1_000);
  });

  test("of one who waits behind ten is ten intervals later", () => {
    expect(earliestStart(paced, 10, START)).toBe(START + 10_000);
  });

  test("after one who did not send after all is now", () => {
    expect(earliestStart(withdrawn(started(paced, START), START + 1), 0, START + 1)).toBe(START + 1);
  });
});

describe("with a host that takes so many requests in so many ms", () => {
  /** Takes `most` in any stretch of `windowMs`; says how long to wait, in whole seconds, where `tells`. */
  function host(most: number, windowMs: number, tells: boolean): (now: number) => number | null | "taken" {
    let seen: number[] = [];
    return (now) => {
      seen = seen.filter((time) => now - time < windowMs);
      if (seen.length < most) {
        seen.push(now);
        return "taken";
      }
      return tells ? Math.ceil(((seen[0] ?? 0) + windowMs - now) / 1000) * 1000 : null;
    };
  }

  function send(count: number, ask: ReturnType<typeof host>): { seconds: number; refusals: number } {
    let pace = freePace;
    let now = START;
    let refusals = 0;
    for (let done = 0; done < count; ) {
      now = earliestStart(pace, 0, now);
      pace = started(pace, now);
      now += 20;
      const answer = ask(now);
      if (answer === "taken") {
        pace = taken(pace, true, now);
        done += 1;
      } else {
        pace = refused(pace, now, answer);
        refusals += 1;
      }
    }
    return { seconds: (now - START) / 1000, refusals };
  }

  test.each([
    [5, 2_000, true],
    [5, 2_000, false],
    [5, 30_000, true],
    [5, 30_000, false],
    [100, 60_000, true],
    [100, 60_000, false],
  ])(
    "(%i, %i, Retry-After: %p) a thousand are refused rarely and take little longer than they must",
    (most, ms, tells) => {
      const { seconds, refusals } = send(1_000, host(most, ms, tells));
      const shortest = ((1_000 / most - 1) * ms) / 1000;
      expect(seconds).toBeLessThan(shortest * 1.3);
      expect(refusals).toBeLessThan(60);
    },
  );
});
