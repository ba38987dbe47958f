import { setMaxListeners } from "node:events";
import { StoppedError } from "../../../src/client";
import type { CallLimits } from "../../../src/client/call";
import { createScheduler, type Lease, type Scheduler } from "../../../src/client/host/scheduler";
import { WaitTooLong } from "../../../src/client/host/wait-too-long";
import { heldClock, settled } from "../test-clock";

const patient: CallLimits = {
  signal: new AbortController().signal,
  deadline: () => Number.POSITIVE_INFINITY,
};
setMaxListeners(0, patient.signal);

/** Sends so many requests at once; `slots` are those that may go. */
async function enter(scheduler: Scheduler, count: number, limits = patient): Promise<Lease[]> {
  const leases: Lease[] = [];
  for (let one = 0; one < count; one += 1) {
    scheduler.enter(limits).then(
      (lease) => lease && leases.push(lease),
      () => {},
    );
  }
  await settled();
  return leases;
}

test("four requests may go at first, the others wait for one to end", async () => {
  const leases = await enter(createScheduler({ clock: heldClock() }), 6);
  expect(leases).toHaveLength(4);
  leases[0]?.other();
  await settled();
  expect(leases).toHaveLength(5);
});

test("good answers let more go at a time, up to 32", async () => {
  const scheduler = createScheduler({ clock: heldClock() });
  const leases = await enter(scheduler, 200);
  for (let ended = 0; ended < 100; ended += 1) {
    leases[ended]?.good();
    await settled();
  }
  expect(scheduler.stats().limit).toBe(32);
});

test("good answers while nobody waits prove nothing", async () => {
  const scheduler = createScheduler({ clock: heldClock() });
  for (let one = 0; one < 20; one += 1) (await enter(scheduler, 1))[0]?.good();
  expect(scheduler.stats().limit).toBe(4);
});

test("a number set by hand is where it begins, and never more", async () => {
  const scheduler = createScheduler({ clock: heldClock(), maxConcurrentRequests: 6 });
  const leases = await enter(scheduler, 50);
  expect(leases).toHaveLength(6);
  for (let ended = 0; ended < 20; ended += 1) {
    leases[ended]?.good();
    await settled();
  }
  expect(scheduler.stats().limit).toBe(6);
});

test("a 429 halves what may go at a time, once for all that were under way together", async () => {
  const scheduler = createScheduler({ clock: heldClock() });
  const leases = await enter(scheduler, 4);
  for (const lease of leases) lease.tooMany(1_000);
  expect(scheduler.stats().limit).toBe(2);
});

test("there is always one that may go", async () => {
  const clock = heldClock();
  const scheduler = createScheduler({ clock });
  for (let round = 0; round < 5; round += 1) {
    const leases = await enter(scheduler, 1);
    await clock.advance(60_000);
    leases[0]?.tooMany(null);
    await clock.advance(60_000);
  }
  expect(scheduler.stats().limit).toBe(1);
});

test("a 429 pauses everybody for as long as Retry-After says, to the millisecond", async () => {
  const clock = heldClock();
  const scheduler = createScheduler({ clock });
  (await enter(scheduler, 1))[0]?.tooMany(30_000);
  const leases = await enter(scheduler, 3);
  await clock.advance(29_999);
  expect(leases).toHaveLength(0);
  await clock.advance(1);
  expect(leases).toHaveLength(1);
});

test("without Retry-After the pauses are 2, 4, 8 … 60 s until an answer is good", async () => {
  const clock = heldClock();
  const scheduler = createScheduler({ clock });
  const pauses: (number | undefined)[] = [];
  for (let round = 0; round < 7; round += 1) {
    const leases = await enter(scheduler, 1);
    await clock.advance(60_000);
    pauses.push(leases[0]?.tooMany(null));
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  const leases = await enter(scheduler, 1);
  await clock.advance(60_000);
  leases[0]?.good();
  const next = await enter(scheduler, 1);
  await clock.advance(60_000);
  expect(next[0]?.tooMany(null)).toBe(2_000);
});

test("of several refusals the longest wait counts", async () => {
  const clock = heldClock();
  const scheduler = createScheduler({ clock });
  const [one, two] = await enter(scheduler, 2);
  one?.tooMany(60_000);
  two?.tooMany(5_000);
  const leases = await enter(scheduler, 1);
  await clock.advance(59_999);
  expect(leases).toHaveLength(0);
});

test("a request that was refused goes before those that never went", async () => {
  const clock = heldClock();
  const scheduler = createScheduler({ clock });
  const [first] = await enter(scheduler, 1);
  first?.tooMany(1_000);
  const order: string[] = [];
  scheduler.enter(patient).then(() => order.push("new"));
  scheduler.enter(patient, "again").then(() => order.push("again"));
  await settled();
  await clock.advance(1_000);
  await clock.advance(1_101);
  expect(order).toEqual(["again", "new"]);
});

test("a limit set by hand lets no more start in its time, however fast answers come", async () => {
  const clock = heldClock();
  const scheduler = createScheduler({ clock, rateLimit: { requests: 2, perSeconds: 10 } });
  const leases = await enter(scheduler, 5);
  expect(leases).toHaveLength(2);
  for (const lease of leases) lease.good();
  await clock.advance(9_999);
  expect(leases).toHaveLength(2);
  await clock.advance(1);
  expect(leases).toHaveLength(4);
});

test("a limit set by hand counts a request until its answer came, since the host may have counted it then", async () => {
  const clock = heldClock();
  const scheduler = createScheduler({ clock, rateLimit: { requests: 1, perSeconds: 2 } });
  const leases = await enter(scheduler, 2);
  await clock.advance(1_500);
  leases[0]?.good();
  await clock.advance(1_999);
  expect(leases).toHaveLength(1);
  await clock.advance(1);
  expect(leases).toHaveLength(2);
});

describe("between refusals", () => {
  /** A scheduler after five good answers and a refusal that asks for ten seconds. */
  async function paced() {
    const clock = heldClock();
    const scheduler = createScheduler({ clock });
    const leases = await enter(scheduler, 6);
    for (let ended = 0; ended < 5; ended += 1) {
      leases[ended]?.good();
      await settled();
    }
    leases[5]?.tooMany(10_000);
    await clock.advance(10_000);
    return { clock, scheduler };
  }

  test("the host's pace is learned, and requests keep to it", async () => {
    const { clock, scheduler } = await paced();
    // Ten seconds, five requests, and a tenth slower.
    expect(scheduler.stats().intervalMs).toBeCloseTo(1.1 * 2_000);
    const leases = await enter(scheduler, 3);
    expect(leases).toHaveLength(1);
    leases[0]?.other();
    await clock.advance(2_199);
    expect(leases).toHaveLength(1);
    await clock.advance(1);
    expect(leases).toHaveLength(2);
  });

  test("a turn that was not used passes to the next one at once", async () => {
    const { scheduler } = await paced();
    const leases = await enter(scheduler, 2);
    expect(leases).toHaveLength(1);
    leases[0]?.unused();
    await settled();
    expect(leases).toHaveLength(2);
  });

  test("who cannot have a turn in time at that pace is told at once", async () => {
    const { clock, scheduler } = await paced();
    await enter(scheduler, 11);
    const until = (ms: number): CallLimits => ({ ...patient, deadline: () => clock.now() + ms });
    await expect(scheduler.enter(until(20_000))).rejects.toMatchObject({
      wait: { pauseMs: 0, before: 10, intervalMs: expect.closeTo(2_200) },
    });
    expect(scheduler.stats().waiting).toBe(10);
    scheduler.enter(until(60_000));
    await settled();
    expect(scheduler.stats().waiting).toBe(11);
  });

  test("those who wait are told when a refusal makes it hopeless, and the others move up", async () => {
    const { clock, scheduler } = await paced();
    const [running] = await enter(scheduler, 1);
    const until = clock.now() + 25_000;
    const outcomes = Array.from({ length: 12 }, () =>
      scheduler.enter({ ...patient, deadline: () => until }).then(
        () => "admitted",
        (error) => error.constructor,
      ),
    );
    await settled();
    const waiting = scheduler.stats().waiting;
    running?.tooMany(15_000);
    expect(scheduler.stats().waiting).toBeLessThan(waiting);
    expect(scheduler.stats().waiting).toBeGreaterThan(0);
    expect(await outcomes.at(-1)).toBe(WaitTooLong);
  });
});

describe("one who is not ready when his turn comes", () => {
  test("is told so; then only logins go, until he has what he needs", async () => {
    const scheduler = createScheduler({ clock: heldClock() });
    expect(await scheduler.enter(patient, "new", () => false)).toBeNull();
    const others = await enter(scheduler, 3);
    expect(others).toHaveLength(0);
    const login = await scheduler.enter(patient, "login");
    login?.good();
    scheduler.resume();
    await settled();
    expect(others).toHaveLength(3);
  });

  test("takes no turn away", async () => {
    const clock = heldClock();
    const scheduler = createScheduler({ clock, rateLimit: { requests: 1, perSeconds: 10 } });
    expect(await scheduler.enter(patient, "new", () => false)).toBeNull();
    expect(scheduler.stats().underWay).toBe(0);
    expect(await scheduler.enter(patient, "login")).not.toBeNull();
  });
});

test("a turn that was not used does not count towards a limit set by hand", async () => {
  const scheduler = createScheduler({ clock: heldClock(), rateLimit: { requests: 1, perSeconds: 10 } });
  const leases = await enter(scheduler, 2);
  leases[0]?.unused();
  await settled();
  expect(leases).toHaveLength(2);
});

test("how things stand can be told at any time", async () => {
  const clock = heldClock();
  const scheduler = createScheduler({ clock });
  const idle = { waiting: 0, underWay: 0, limit: 4, intervalMs: 0, pausedUntil: null, pauseAsked: false };
  expect(scheduler.stats()).toEqual(idle);
  const leases = await enter(scheduler, 6);
  expect(scheduler.stats()).toEqual({ ...idle, waiting: 2, underWay: 4 });
  leases[0]?.tooMany(1_000);
  expect(scheduler.stats()).toEqual({
    ...idle,
    waiting: 2,
    underWay: 3,
    limit: 2,
    intervalMs: expect.closeTo(1_100),
    pausedUntil: clock.now() + 1_000,
    pauseAsked: true,
  });
});

test("the work per request does not grow with the number of those who wait", async () => {
  const count = 5_000;
  let looks = 0;
  const deadline = () => {
    looks += 1;
    return Number.POSITIVE_INFINITY;
  };
  const clock = heldClock();
  const scheduler = createScheduler({ clock });
  const leases: Lease[] = [];
  for (let one = 0; one < count; one += 1) {
    scheduler
      .enter({ signal: new AbortController().signal, deadline })
      .then((lease) => lease && leases.push(lease));
  }
  await settled();
  leases[0]?.tooMany(1_000);
  leases[1]?.tooMany(null);
  await clock.advance(1_000);
  for (let ended = 2; ended < count; ended += 1) {
    if (leases[ended] === undefined) clock.toNext();
    await settled();
    leases[ended]?.good();
  }
  await settled();
  expect(scheduler.stats()).toMatchObject({ waiting: 0, underWay: 0 });
  expect(looks).toBeLessThan(1.5 * count);
});

test("who is stopped while waiting leaves at once, and the next one moves up", async () => {
  const scheduler = createScheduler({ clock: heldClock() });
  const running = await enter(scheduler, 4);
  const stop = new AbortController();
  const leaving = scheduler.enter({ ...patient, signal: stop.signal });
  const next = await enter(scheduler, 1);
  stop.abort(new Error("time is up"));
  await expect(leaving).rejects.toThrow(StoppedError);
  running[0]?.other();
  await settled();
  expect(next).toHaveLength(1);
});

test("nobody left waiting leaves no timer behind", async () => {
  const clock = heldClock();
  const signals: (AbortSignal | undefined)[] = [];
  const scheduler = createScheduler({
    clock: {
      ...clock,
      sleep: (ms, signal) => {
        signals.push(signal);
        return clock.sleep(ms, signal);
      },
    },
  });
  (await enter(scheduler, 1))[0]?.tooMany(60_000);
  const stop = new AbortController();
  await enter(scheduler, 1, { ...patient, signal: stop.signal });
  stop.abort();
  await settled();
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
});

describe("a pause that ends after the deadline", () => {
  const until = (time: number): CallLimits => ({ ...patient, deadline: () => time });

  test("is not begun by those who wait already", async () => {
    const clock = heldClock();
    const scheduler = createScheduler({ clock });
    const running = await enter(scheduler, 4);
    const waiting = scheduler.enter(until(clock.now() + 10_000));
    running[0]?.tooMany(3_600_000);
    await expect(waiting).rejects.toMatchObject({ wait: { ms: 3_600_000, pauseMs: 3_600_000 } });
  });

  test("is not begun by those who come later", async () => {
    const clock = heldClock();
    const scheduler = createScheduler({ clock });
    (await enter(scheduler, 1))[0]?.tooMany(3_600_000);
    await expect(scheduler.enter(until(clock.now() + 10_000))).rejects.toThrow(WaitTooLong);
  });
});
