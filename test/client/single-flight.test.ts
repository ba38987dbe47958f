import { BusyError, StoppedError } from "../../src/client";
import type { CallLimits } from "../../src/client/call";
import { SingleFlight, type SingleFlightParts } from "../../src/client/single-flight";
import { heldClock, settled } from "./test-clock";

const limits = (signal = new AbortController().signal, deadline = Number.POSITIVE_INFINITY): CallLimits => ({
  signal,
  deadline: () => deadline,
});

/** A load that the test ends by hand. */
function loads(more: Partial<SingleFlightParts<string>> = {}) {
  const clock = heldClock();
  const begun: { succeed: (value: string) => void; fail: (error: unknown) => void; patience: CallLimits }[] =
    [];
  const shared = new SingleFlight<string>({
    clock,
    load: (given) =>
      new Promise((resolve, reject) => {
        given.signal.addEventListener("abort", () => reject(new StoppedError()));
        begun.push({ succeed: resolve, fail: reject, patience: given });
      }),
    ...more,
  });
  return { clock, begun, shared };
}

test("two hundred callers share one load, and whoever comes later its value", async () => {
  const { begun, shared } = loads();
  const callers = Array.from({ length: 200 }, () => shared.get(limits()));
  begun[0]?.succeed("value");
  expect(new Set(await Promise.all(callers))).toEqual(new Set(["value"]));
  expect(await shared.get(limits())).toBe("value");
  expect(begun).toHaveLength(1);
});

test("a caller who leaves does not end the load for the others", async () => {
  const { begun, shared } = loads();
  const stop = new AbortController();
  const leaving = shared.get(limits(stop.signal));
  const staying = shared.get(limits());
  stop.abort();
  await expect(leaving).rejects.toThrow(StoppedError);
  expect(begun[0]?.patience.signal.aborted).toBe(false);
  begun[0]?.succeed("value");
  expect(await staying).toBe("value");
});

test("one whose callers had no time for it says nothing to the next, however often", async () => {
  const { begun, shared } = loads();
  const busy = new BusyError({ method: "POST", target: { host: "hub.example", path: "/token" } }, "Later.");
  for (let one = 0; one < 3; one += 1) {
    const hurried = shared.get(limits());
    begun[one]?.fail(busy);
    await expect(hurried).rejects.toBe(busy);
  }
  const patient = shared.get(limits());
  begun[3]?.succeed("value");
  expect(await patient).toBe("value");
});

test("the load ends when everybody has left, and the next caller begins anew", async () => {
  const { begun, shared } = loads();
  const stop = new AbortController();
  const leaving = shared.get(limits(stop.signal));
  stop.abort();
  await expect(leaving).rejects.toThrow(StoppedError);
  expect(begun[0]?.patience.signal.aborted).toBe(true);
  const next = shared.get(limits());
  begun[1]?.succeed("second");
  expect(await next).toBe("second");
});

test("a failure answers everybody for 10 s and is then tried again", async () => {
  const { clock, begun, shared } = loads();
  const first = shared.get(limits());
  begun[0]?.fail(new Error("broken"));
  await expect(first).rejects.toThrow("broken");
  await clock.advance(9_999);
  await expect(shared.get(limits())).rejects.toThrow("broken");
  await clock.advance(1);
  const next = shared.get(limits());
  begun[1]?.succeed("healed");
  expect(await next).toBe("healed");
});

test("three failures in a row are final", async () => {
  const { clock, begun, shared } = loads();
  for (let round = 0; round < 3; round += 1) {
    const call = shared.get(limits());
    begun[round]?.fail(new Error(`broken ${round}`));
    await expect(call).rejects.toThrow("broken");
    await clock.advance(10_000);
  }
  await clock.advance(86_400_000);
  await expect(shared.get(limits())).rejects.toThrow("broken 2");
  expect(begun).toHaveLength(3);
});

test("failures with a success between them are not in a row", async () => {
  const { clock, begun, shared } = loads({ serves: () => false });
  for (const good of [false, false, true, false, false]) {
    const call = shared.get(limits());
    if (good) begun.at(-1)?.succeed("value");
    else begun.at(-1)?.fail(new Error("broken"));
    await call.catch(() => {});
    await clock.advance(10_000);
  }
  shared.get(limits()).catch(() => {});
  expect(begun).toHaveLength(6);
});

test("an error that will not go away is final at once", async () => {
  const { clock, begun, shared } = loads({ isFinal: () => true });
  const call = shared.get(limits());
  begun[0]?.fail(new Error("refused"));
  await expect(call).rejects.toThrow("refused");
  await clock.advance(86_400_000);
  await expect(shared.get(limits())).rejects.toThrow("refused");
  expect(begun).toHaveLength(1);
});

test("a value that no longer serves is loaded again", async () => {
  let serves = true;
  const { begun, shared } = loads({ serves: () => serves });
  const first = shared.get(limits());
  begun[0]?.succeed("old");
  await first;
  serves = false;
  const second = shared.get(limits());
  begun[1]?.succeed("new");
  expect(await second).toBe("new");
});

test("forgetting a value that was replaced forgets nothing", async () => {
  const { begun, shared } = loads();
  const first = shared.get(limits());
  begun[0]?.succeed("new");
  await first;
  shared.forget("old");
  await shared.get(limits());
  expect(begun).toHaveLength(1);
});

test("the load has as long as the most patient of those who wait", async () => {
  const { begun, shared } = loads();
  const stop = new AbortController();
  shared.get(limits(undefined, 1_000)).catch(() => {});
  shared.get(limits(stop.signal, 5_000)).catch(() => {});
  expect(begun[0]?.patience.deadline()).toBe(5_000);
  stop.abort();
  await settled();
  expect(begun[0]?.patience.deadline()).toBe(1_000);
});
