import { setMaxListeners } from "node:events";
import { StoppedError } from "../../../src/client";
import type { Patience } from "../../../src/client/call";
import { createGovernor, type Governor, type Slot } from "../../../src/client/host/scheduler";
import { WaitTooLong } from "../../../src/client/host/wait-too-long";
import { heldClock, settled } from "../test-clock";

const patient: Patience = {
  signal: new AbortController().signal,
  deadline: () => Number.POSITIVE_INFINITY,
};
setMaxListeners(0, patient.signal);

/** Sends so many requests at once; `slots` are those that may go. */
async function enter(governor: Governor, count: number, patience = patient): Promise<Slot[]> {
  const slots: Slot[] = [];
  for (let one = 0; one < count; one += 1) {
    governor.enter(patience).then(
      (slot) => slot && slots.push(slot),
      () => {},
    );
  }
  await settled();
  return slots;
}

test("four requests may go at first, the others wait for one to end", async () => {
  const slots = await enter(createGovernor({ clock: heldClock() }), 6);
  expect(slots).toHaveLength(4);
  slots[0]?.other();
  await settled();
  expect(slots).toHaveLength(5);
});

test("good answers let more go at a time, up to 32", async () => {
  const governor = createGovernor({ clock: heldClock() });
  const slots = await enter(governor, 200);
  for (let ended = 0; ended < 100; ended += 1) {
    slots[ended]?.good();
    await settled();
  }
  expect(governor.standing().limit).toBe(32);
});

test("good answers while nobody waits prove nothing", async () => {
  const governor = createGovernor({ clock: heldClock() });
  for (let one = 0; one < 20; one += 1) (await enter(governor, 1))[0]?.good();
  expect(governor.standing().limit).toBe(4);
});

test("a number set by hand is where it begins, and never more", async () => {
  const governor = createGovernor({ clock: heldClock(), maxConcurrentRequests: 6 });
  const slots = await enter(governor, 50);
  expect(slots).toHaveLength(6);
  for (let ended = 0; ended < 20; ended += 1) {
    slots[ended]?.good();
    await settled();
  }
  expect(governor.standing().limit).toBe(6);
});

test("a 429 halves what may go at a time, once for all that were under way together", async () => {
  const governor = createGovernor({ clock: heldClock() });
  const slots = await enter(governor, 4);
  for (const slot of slots) slot.tooMany(1_000);
  expect(governor.standing().limit).toBe(2);
});

test("there is always one that may go", async () => {
  const clock = heldClock();
  const governor = createGovernor({ clock });
  for (let round = 0; round < 5; round += 1) {
    const slots = await enter(governor, 1);
    await clock.advance(60_000);
    slots[0]?.tooMany(null);
    await clock.advance(60_000);
  }
  expect(governor.standing().limit).toBe(1);
});

test("a 429 pauses everybody for as long as Retry-After says, to the millisecond", async () => {
  const clock = heldClock();
  const governor = createGovernor({ clock });
  (await enter(governor, 1))[0]?.tooMany(30_000);
  const slots = await enter(governor, 3);
  await clock.advance(29_999);
  expect(slots).toHaveLength(0);
  await clock.advance(1);
  expect(slots).toHaveLength(2);
});

test("without Retry-After the pauses are 2, 4, 8 … 60 s until an answer is good", async () => {
  const clock = heldClock();
  const governor = createGovernor({ clock });
  const pauses: (number | undefined)[] = [];
  for (let round = 0; round < 7; round += 1) {
    const slots = await enter(governor, 1);
    await clock.advance(60_000);
    pauses.push(slots[0]?.tooMany(null));
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  const slots = await enter(governor, 1);
  await clock.advance(60_000);
  slots[0]?.good();
  expect((await enter(governor, 1))[0]?.tooMany(null)).toBe(2_000);
});

test("of several refusals the longest wait counts", async () => {
  const clock = heldClock();
  const governor = createGovernor({ clock });
  const [one, two] = await enter(governor, 2);
  one?.tooMany(60_000);
  two?.tooMany(5_000);
  const slots = await enter(governor, 1);
  await clock.advance(59_999);
  expect(slots).toHaveLength(0);
});

test("a request that was refused goes before those that never went", async () => {
  const clock = heldClock();
  const governor = createGovernor({ clock });
  const [first] = await enter(governor, 1);
  first?.tooMany(1_000);
  const order: string[] = [];
  governor.enter(patient).then(() => order.push("new"));
  governor.enter(patient, "again").then(() => order.push("again"));
  await settled();
  await clock.advance(1_000);
  expect(order).toEqual(["again", "new"]);
});

test("a limit set by hand lets no more start in its time, however fast answers come", async () => {
  const clock = heldClock();
  const governor = createGovernor({ clock, rateLimit: { requests: 2, perSeconds: 10 } });
  const slots = await enter(governor, 5);
  expect(slots).toHaveLength(2);
  for (const slot of slots) slot.good();
  await clock.advance(9_999);
  expect(slots).toHaveLength(2);
  await clock.advance(1);
  expect(slots).toHaveLength(4);
});

test("a limit set by hand counts a request until its answer came, since the host may have counted it then", async () => {
  const clock = heldClock();
  const governor = createGovernor({ clock, rateLimit: { requests: 1, perSeconds: 2 } });
  const slots = await enter(governor, 2);
  await clock.advance(1_500);
  slots[0]?.good();
  await clock.advance(1_999);
  expect(slots).toHaveLength(1);
  await clock.advance(1);
  expect(slots).toHaveLength(2);
});

describe("between refusals", () => {
  /** A governor that was refused twice, ten seconds apart, with five requests between. */
  async function paced() {
    const clock = heldClock();
    const governor = createGovernor({ clock });
    (await enter(governor, 1))[0]?.tooMany(10_000);
    const slots = await enter(governor, 6);
    await clock.advance(10_000);
    for (let ended = 0; ended < 5; ended += 1) {
      slots[ended]?.good();
      await settled();
    }
    slots[5]?.tooMany(1_000);
    await clock.advance(1_000);
    return { clock, governor };
  }

  test("the host's pace is learned, and requests keep to it", async () => {
    const { clock, governor } = await paced();
    // Ten seconds, five requests, and a tenth slower; half a twentieth more by the clock's chance.
    expect(governor.standing().intervalMs).toBeCloseTo(1.1 * 2_000);
    const slots = await enter(governor, 3);
    expect(slots).toHaveLength(1);
    slots[0]?.other();
    await clock.advance(2_254);
    expect(slots).toHaveLength(1);
    await clock.advance(1);
    expect(slots).toHaveLength(2);
  });

  test("a turn that was not used passes to the next one at once", async () => {
    const { governor } = await paced();
    const slots = await enter(governor, 2);
    expect(slots).toHaveLength(1);
    slots[0]?.unused();
    await settled();
    expect(slots).toHaveLength(2);
  });

  test("who cannot have a turn in time at that pace is told at once", async () => {
    const { clock, governor } = await paced();
    await enter(governor, 11);
    const until = (ms: number): Patience => ({ ...patient, deadline: () => clock.now() + ms });
    await expect(governor.enter(until(20_000))).rejects.toMatchObject({
      wait: { pauseMs: 0, before: 10, intervalMs: expect.closeTo(2_200) },
    });
    expect(governor.standing().waiting).toBe(10);
    governor.enter(until(60_000));
    await settled();
    expect(governor.standing().waiting).toBe(11);
  });

  test("those who wait are told when a refusal makes it hopeless, and the others move up", async () => {
    const { clock, governor } = await paced();
    const [running] = await enter(governor, 1);
    const until = clock.now() + 25_000;
    const outcomes = Array.from({ length: 12 }, () =>
      governor.enter({ ...patient, deadline: () => until }).then(
        () => "admitted",
        (error) => error.constructor,
      ),
    );
    await settled();
    const waiting = governor.standing().waiting;
    running?.tooMany(15_000);
    expect(governor.standing().waiting).toBeLessThan(waiting);
    expect(governor.standing().waiting).toBeGreaterThan(0);
    expect(await outcomes.at(-1)).toBe(WaitTooLong);
  });
});

describe("one who is not ready when his turn comes", () => {
  test("is told so; then only logins go, until he has what he needs", async () => {
    const governor = createGovernor({ clock: heldClock() });
    expect(await governor.enter(patient, "new", () => false)).toBeNull();
    const others = await enter(governor, 3);
    expect(others).toHaveLength(0);
    const login = await governor.enter(patient, "login");
    login?.good();
    governor.resume();
    await settled();
    expect(others).toHaveLength(3);
  });

  test("takes no turn away", async () => {
    const clock = heldClock();
    const governor = createGovernor({ clock, rateLimit: { requests: 1, perSeconds: 10 } });
    expect(await governor.enter(patient, "new", () => false)).toBeNull();
    expect(governor.standing().underWay).toBe(0);
    expect(await governor.enter(patient, "login")).not.toBeNull();
  });
});

test("a turn that was not used does not count towards a limit set by hand", async () => {
  const governor = createGovernor({ clock: heldClock(), rateLimit: { requests: 1, perSeconds: 10 } });
  const slots = await enter(governor, 2);
  slots[0]?.unused();
  await settled();
  expect(slots).toHaveLength(2);
});

test("how things stand can be told at any time", async () => {
  const clock = heldClock();
  const governor = createGovernor({ clock });
  const idle = { waiting: 0, underWay: 0, limit: 4, intervalMs: 0, pausedUntil: null, pauseAsked: false };
  expect(governor.standing()).toEqual(idle);
  const slots = await enter(governor, 6);
  expect(governor.standing()).toEqual({ ...idle, waiting: 2, underWay: 4 });
  slots[0]?.tooMany(1_000);
  expect(governor.standing()).toEqual({
    ...idle,
    waiting: 2,
    underWay: 3,
    limit: 2,
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
  const governor = createGovernor({ clock });
  const slots: Slot[] = [];
  for (let one = 0; one < count; one += 1) {
    governor
      .enter({ signal: new AbortController().signal, deadline })
      .then((slot) => slot && slots.push(slot));
  }
  await settled();
  slots[0]?.tooMany(1_000);
  slots[1]?.tooMany(null);
  await clock.advance(1_000);
  for (let ended = 2; ended < count; ended += 1) {
    if (slots[ended] === undefined) await settled();
    slots[ended]?.good();
  }
  await settled();
  expect(governor.standing()).toMatchObject({ waiting: 0, underWay: 0 });
  expect(looks).toBeLessThan(1.5 * count);
});

test("who is stopped while waiting leaves at once, and the next one moves up", async () => {
  const governor = createGovernor({ clock: heldClock() });
  const running = await enter(governor, 4);
  const stop = new AbortController();
  const leaving = governor.enter({ ...patient, signal: stop.signal });
  const next = await enter(governor, 1);
  stop.abort(new Error("time is up"));
  await expect(leaving).rejects.toThrow(StoppedError);
  running[0]?.other();
  await settled();
  expect(next).toHaveLength(1);
});

test("nobody left waiting leaves no timer behind", async () => {
  const clock = heldClock();
  const signals: (AbortSignal | undefined)[] = [];
  const governor = createGovernor({
    clock: {
      ...clock,
      sleep: (ms, signal) => {
        signals.push(signal);
        return clock.sleep(ms, signal);
      },
    },
  });
  (await enter(governor, 1))[0]?.tooMany(60_000);
  const stop = new AbortController();
  await enter(governor, 1, { ...patient, signal: stop.signal });
  stop.abort();
  await settled();
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
});

describe("a pause that ends after the deadline", () => {
  const until = (time: number): Patience => ({ ...patient, deadline: () => time });

  test("is not begun by those who wait already", async () => {
    const clock = heldClock();
    const governor = createGovernor({ clock });
    const running = await enter(governor, 4);
    const waiting = governor.enter(until(clock.now() + 10_000));
    running[0]?.tooMany(3_600_000);
    await expect(waiting).rejects.toMatchObject({ wait: { ms: 3_600_000, pauseMs: 3_600_000 } });
  });

  test("is not begun by those who come later", async () => {
    const clock = heldClock();
    const governor = createGovernor({ clock });
    (await enter(governor, 1))[0]?.tooMany(3_600_000);
    await expect(governor.enter(until(clock.now() + 10_000))).rejects.toThrow(WaitTooLong);
  });
});
