import { dataSource } from "../../../src/framework/define/data-source";
import { string } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { type Door, doorSchema, house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

const state = { name: "a", open: true, id: "1", changed: "once" };
const current = { typeName: "house_door", currentState: wire(doorSchema, state) };

/** Waits until a signal ends, then fails with its reason. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

test("what runs is asked to end, and says that it was stopped; what comes later is not touched", async () => {
  let patient = true;
  const { call } = await serve(
    house({
      read: async ({ signal, state: now }) =>
        patient ? untilAborted(signal) : { ...now, note: `aborted: ${signal.aborted}` },
    }),
  );
  const running = [call("ReadResource", current), call("ReadResource", current)];
  expect(await call("StopProvider")).toEqual({ Error: "" });
  for (const { diagnostics, newState } of await Promise.all(running)) {
    expect(brief(diagnostics)).toEqual(["error: Stopped"]);
    expect(unwire(doorSchema, newState)).toMatchObject(state);
  }
  patient = false;
  const later = await call("ReadResource", current);
  expect(unwire(doorSchema, later.newState)).toMatchObject({ note: "aborted: false" });
});

test("a create that is stopped leaves what it saved", async () => {
  const { call } = await serve(
    house({
      create: ({ signal, save, plan }) => {
        save({ ...plan, id: "half", changed: null } as Door);
        return untilAborted(signal);
      },
    }),
  );
  const object = wire(doorSchema, state);
  const running = call("ApplyResourceChange", {
    typeName: "house_door",
    config: object,
    plannedState: object,
  });
  await call("StopProvider");
  const { diagnostics, newState } = await running;
  expect(brief(diagnostics)).toEqual(["error: Stopped"]);
  expect(unwire(doorSchema, newState)).toMatchObject({ id: "half" });
});

test("whatever is thrown to end early counts as stopped, an AbortError of Node's or the signal's own reason", async () => {
  const { call } = await serve(
    house({
      read: ({ signal }) =>
        untilAborted(signal).catch(() =>
          Promise.reject(Object.assign(new Error("aborted"), { name: "AbortError" })),
        ),
    }),
  );
  const running = call("ReadResource", current);
  await call("StopProvider");
  expect(brief((await running).diagnostics)).toEqual(["error: Stopped"]);
});

test("another error while stopping is shown as it is", async () => {
  const { call } = await serve(
    house({ read: ({ signal }) => untilAborted(signal).catch(() => Promise.reject(new Error("stuck"))) }),
  );
  const running = call("ReadResource", current);
  await call("StopProvider");
  expect(brief((await running).diagnostics)).toEqual([`error: ${titles.unexpectedError}`]);
});

test("an operation that ends well all the same is done", async () => {
  const { call } = await serve(
    house({ read: ({ signal, state: now }) => untilAborted(signal).catch(() => ({ ...now, note: "done" })) }),
  );
  const running = call("ReadResource", current);
  await call("StopProvider");
  const { diagnostics, newState } = await running;
  expect(diagnostics).toEqual([]);
  expect(unwire(doorSchema, newState)).toMatchObject({ note: "done" });
});

test("imports and data sources are stopped too", async () => {
  const schema = { id: string({ description: "d", required: true }) };
  const key = dataSource<never>()({
    type: "key",
    description: "d",
    schema,
    read: ({ signal }) => untilAborted(signal),
  });
  const { call } = await serve(
    house({ importState: ({ signal }) => untilAborted(signal) }, { dataSources: [key] }),
  );
  const running = [
    call("ImportResourceState", { typeName: "house_door", id: "1" }),
    call("ReadDataSource", { typeName: "house_key", config: wire(schema, { id: "1" }) }),
  ];
  await call("StopProvider");
  for (const { diagnostics } of await Promise.all(running))
    expect(brief(diagnostics)).toEqual(["error: Stopped"]);
});

test("as many operations may wait for the same signal as core likes, before and after a stop", async () => {
  const { call, server } = await serve(house());
  expect(listenerLimit(server.stopSignal)).toBe(0);
  await call("StopProvider");
  expect(listenerLimit(server.stopSignal)).toBe(0);
});

/** 0 means none. Node 20's own `getMaxListeners` takes it for "not a signal". */
function listenerLimit(signal: AbortSignal): unknown {
  const limit = Object.getOwnPropertySymbols(signal).find(
    ({ description }) => description === "events.maxEventTargetListeners",
  );
  return limit && Reflect.get(signal, limit);
}

describe("an author's function that does not listen", () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "performance"] }));
  afterEach(() => jest.useRealTimers());

  test("is left alone ten seconds after the stop, with what it saved as the state", async () => {
    const { call } = await serve(
      house({
        create: ({ save, plan }) => {
          save({ ...plan, id: "half", changed: null } as Door);
          return new Promise<never>(() => {});
        },
      }),
    );
    const object = wire(doorSchema, state);
    let ended = false;
    const request = { typeName: "house_door", config: object, plannedState: object };
    const running = call("ApplyResourceChange", request).finally(() => {
      ended = true;
    });
    await jest.advanceTimersByTimeAsync(60_000);
    await call("StopProvider");
    await jest.advanceTimersByTimeAsync(9_900);
    expect(ended).toBe(false);
    await jest.advanceTimersByTimeAsync(200);

    const { diagnostics, newState } = await running;
    expect(brief(diagnostics)).toEqual([`error: ${titles.didNotEnd("create")}`]);
    expect(unwire(doorSchema, newState)).toMatchObject({ id: "half" });
  });

  test("is left alone after its timeout, and whatever comes of it later is nobody's error", async () => {
    let fail = (_error: Error) => {};
    const { call } = await serve(
      house({
        read: () =>
          new Promise<never>((_resolve, reject) => {
            fail = reject;
          }),
      }),
    );
    const running = call("ReadResource", current);
    await jest.advanceTimersByTimeAsync(10 * 60_000 + 10_000);

    const { diagnostics } = await running;
    // Left unhandled it would fail this test.
    fail(new Error("too late"));
    await jest.advanceTimersByTimeAsync(1);

    expect(brief(diagnostics)).toEqual([`error: ${titles.didNotEnd("read")}`]);
  });
});
