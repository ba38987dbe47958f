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

/** Two refusals, so far apart, between which so many requests were taken. */
function refusedTwice(count: number, apartMs: number, pace: LearnedPace = freePace): LearnedPace {
  const between = times(count, (value) => taken(value, true), refused(pace, START, null));
  return refused(between, START + apartMs, null);
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
    const pace = taken(refused(refused(freePace, START, null), START + 2_000, null), false);
    expect(refused(pace, START + 10_000, null).pausedUntil).toBe(START + 12_000);
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
  test("is none at first, and a first 429 teaches none: since when the host counts is not known", () => {
    expect(
      refused(
        times(100, (pace) => taken(pace, true), freePace),
        START,
        null,
      ).intervalMs,
    ).toBe(0);
  });

  test.each([
    [5, 2_000, 440],
    [5, 30_000, 6_600],
    [100, 60_000, 660],
  ])(
    "after %i requests in %i ms between two 429s is %i ms: a tenth slower than they went",
    (count, ms, expected) => {
      expect(refusedTwice(count, ms).intervalMs).toBeCloseTo(expected);
    },
  );

  test("counts from the first 429 of a row, so that pauses that were too short are in it", () => {
    let pace = refused(freePace, START, null);
    pace = refused(pace, START + 2_000, null);
    pace = refused(pace, START + 6_000, null);
    pace = times(5, (value) => taken(value, true), pace);
    expect(refused(pace, START + 30_000, null).intervalMs).toBeCloseTo(6_600);
  });

  test("is not learned from a row of refusals without anything between", () => {
    const pace = refusedTwice(5, 2_000);
    expect(refused(pace, START + 60_000, null).intervalMs).toBe(pace.intervalMs);
  });

  test("of time in which nobody asked is nothing learned", () => {
    const between = times(5, (value) => taken(value, true), refused(freePace, START, null));
    expect(refused(rested(between, 600_000), START + 602_000, null).intervalMs).toBeCloseTo(440);
    expect(rested(freePace, 600_000)).toBe(freePace);
  });

  test("in force, and refused, goes half the way to what was taken", () => {
    const pace = { ...refusedTwice(5, 2_000), intervalMs: 300 };
    const again = refused(
      times(10, (value) => taken(value, false), pace),
      START + 2_000 + 5_000,
      null,
    );
    expect(again.intervalMs).toBeCloseTo(((300 + 500) / 2) * 1.1);
  });

  test("shrinks a little with each good answer while others wait, and is back after sixteen", () => {
    const pace = refusedTwice(5, 2_000);
    const one = taken(pace, true);
    expect(one.intervalMs).toBeLessThan(pace.intervalMs);
    expect(one.intervalMs).toBeGreaterThan(pace.intervalMs * 0.99);
    expect(times(16, (value) => taken(value, true), pace).intervalMs).toBeCloseTo(400, -1);
  });

  test("stays while nobody waits: an idle host proves nothing", () => {
    const pace = refusedTwice(5, 2_000);
    expect(taken(pace, false).intervalMs).toBe(pace.intervalMs);
  });

  test("of less than 10 ms is none", () => {
    expect(refusedTwice(1_000, 5_000).intervalMs).toBe(0);
    expect(times(1_000, (value) => taken(value, true), refusedTwice(5, 2_000)).intervalMs).toBe(0);
  });

  test("is never longer than a minute", () => {
    expect(refusedTwice(1, 3_600_000).intervalMs).toBe(60_000);
  });
});

describe("the start", () => {
  const paced: LearnedPace = { ...freePace, intervalMs: 1_000 };

  test("of the first request is now", () => {
    expect(earliestStart(paced, 0, START)).toBe(START);
  });

  test.each([
    [0, 1_000],
    [0.999_999, 1_050],
  ])(
    "of the next one is an interval later, and by chance (%p) up to a twentieth more",
    (random, expected) => {
      expect(earliestStart(started(paced, START, random), 0, START)).toBeCloseTo(START + expected, 1);
    },
  );

  test("of one who waits behind ten is ten intervals later, less what they shrink on the way", () => {
    const start = earliestStart(paced, 10, START);
    expect(start).toBeLessThan(START + 10_000);
    expect(start).toBeGreaterThan(START + 9_700);
  });

  test("after one who did not send after all is now", () => {
    const pace = withdrawn(started(paced, START, 0), START + 1);
    expect(earliestStart(pace, 0, START + 1)).toBe(START + 1);
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
      pace = started(pace, now, 0.5);
      now += 20;
      const answer = ask(now);
      if (answer === "taken") {
        pace = taken(pace, true);
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
