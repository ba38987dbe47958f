import { setMaxListeners } from "node:events";
import { StoppedError } from "../../src/client";
import type { Patience } from "../../src/client/call";
import { createGovernor, type Governor, PausedTooLong, type Slot } from "../../src/client/governor";
import { heldClock, settled } from "./test-clock";

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
      (slot) => slots.push(slot),
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
  expect(governor.limit).toBe(32);
});

test("good answers while nobody waits prove nothing", async () => {
  const governor = createGovernor({ clock: heldClock() });
  for (let one = 0; one < 20; one += 1) (await enter(governor, 1))[0]?.good();
  expect(governor.limit).toBe(4);
});

test("a number set by hand is where it begins, and never more", async () => {
  const governor = createGovernor({ clock: heldClock(), maxConcurrentRequests: 6 });
  const slots = await enter(governor, 50);
  expect(slots).toHaveLength(6);
  for (let ended = 0; ended < 20; ended += 1) {
    slots[ended]?.good();
    await settled();
  }
  expect(governor.limit).toBe(6);
});

test("a 429 halves what may go at a time, once for all that were under way together", async () => {
  const governor = createGovernor({ clock: heldClock() });
  const slots = await enter(governor, 4);
  for (const slot of slots) slot.tooMany(1_000);
  expect(governor.limit).toBe(2);
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
  expect(governor.limit).toBe(1);
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
  governor.enter(patient, true).then(() => order.push("again"));
  await settled();
  await clock.advance(1_000);
  expect(order).toEqual(["again", "new"]);
});

test("a fixed pace starts one request per interval, however fast answers come", async () => {
  const clock = heldClock();
  const governor = createGovernor({ clock, rateLimit: { requests: 1, perSeconds: 2 } });
  const slots = await enter(governor, 3);
  expect(slots).toHaveLength(1);
  slots[0]?.good();
  await clock.advance(1_999);
  expect(slots).toHaveLength(1);
  await clock.advance(1);
  expect(slots).toHaveLength(2);
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
    await expect(waiting).rejects.toEqual(new PausedTooLong(3_600_000));
  });

  test("is not begun by those who come later", async () => {
    const clock = heldClock();
    const governor = createGovernor({ clock });
    (await enter(governor, 1))[0]?.tooMany(3_600_000);
    await expect(governor.enter(until(clock.now() + 10_000))).rejects.toThrow(PausedTooLong);
  });
});
