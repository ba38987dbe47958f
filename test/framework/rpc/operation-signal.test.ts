import { dataSource } from "../../../src/framework/define/data-source";
import { DiagnosticError } from "../../../src/framework/diagnostics";
import { string, timeouts } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { type Door, doorSchema, house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

/** Waits until a signal ends, then fails with its reason. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

const state = { name: "a", open: true, id: "1", changed: "once" };
const within = (operation: string) => ({ ...state, timeouts: { [operation]: "20ms" } });
const operations = {
  create: ({ signal }: { signal: AbortSignal }) => untilAborted(signal),
  read: ({ signal }: { signal: AbortSignal }) => untilAborted(signal),
  update: ({ signal }: { signal: AbortSignal }) => untilAborted(signal),
  delete: ({ signal }: { signal: AbortSignal }) => untilAborted(signal),
};

function expectTimeout(diagnostics: Parameters<typeof brief>[0], operation: string): void {
  expect(brief(diagnostics)).toEqual([`error: ${titles.timeout(operation)} @ timeouts`]);
  expect(diagnostics[0]?.detail).toMatch(new RegExp(`\\b20ms\\b.* timeouts\\.${operation}\\.$`));
}

test.each([
  ["create", null, within("create")],
  ["update", state, within("update")],
  ["delete", within("delete"), null],
])(
  "a %s that takes longer than its timeout ends there, and keeps the state before it",
  async (operation, prior, planned) => {
    const { call } = await serve(house(operations));
    const answer = await call("ApplyResourceChange", {
      typeName: "house_door",
      config: wire(doorSchema, planned),
      priorState: wire(doorSchema, prior),
      plannedState: wire(doorSchema, planned),
    });
    expectTimeout(answer.diagnostics, operation);
    expect(unwire(doorSchema, answer.newState)).toEqual(unwire(doorSchema, wire(doorSchema, prior)));
  },
);

test("a read that takes longer than its timeout ends there", async () => {
  const { call } = await serve(house(operations));
  const answer = await call("ReadResource", {
    typeName: "house_door",
    currentState: wire(doorSchema, within("read")),
  });
  expectTimeout(answer.diagnostics, "read");
});

test("an operation knows when its time will be up", async () => {
  const deadlines: number[] = [];
  const { call } = await serve(
    house({
      read: async ({ state: current, deadline }) => {
        deadlines.push(deadline);
        return current;
      },
    }),
  );
  const before = Date.now();
  const currentState = wire(doorSchema, { ...state, timeouts: { read: "1h" } });
  await call("ReadResource", { typeName: "house_door", currentState });
  expect(deadlines).toHaveLength(1);
  expect(deadlines[0]).toBeGreaterThanOrEqual(before + 3_600_000);
  expect(deadlines[0]).toBeLessThanOrEqual(Date.now() + 3_600_000);
});

test("what has no timeouts of its own is bounded by 20 minutes: a wait without an end would hang a pipeline", async () => {
  const deadlines: number[] = [];
  const note = ({ deadline }: { deadline: number }) => void deadlines.push(deadline);
  const schema = { id: string({ description: "d", required: true }) };
  const key = dataSource<never>()({
    type: "key",
    description: "d",
    schema,
    read: async (context) => {
      note(context);
      return context.config;
    },
  });
  const importState = async (context: { deadline: number }) => {
    note(context);
    return state as Door;
  };
  const { call } = await serve(house({ importState }, { dataSources: [key] }));
  const before = Date.now();
  await call("ReadDataSource", { typeName: "house_key", config: wire(schema, { id: "1" }) });
  await call("ImportResourceState", { typeName: "house_door", id: "1" });
  expect(deadlines).toHaveLength(2);
  for (const deadline of deadlines) {
    expect(deadline).toBeGreaterThanOrEqual(before + 20 * 60_000);
    expect(deadline).toBeLessThanOrEqual(Date.now() + 20 * 60_000);
  }
});

test("what may take any time has no bound but the configured one", async () => {
  const deadlines: number[] = [];
  const schema = { id: string({ description: "d", required: true }), timeouts: timeouts({ read: null }) };
  const key = dataSource<never>()({
    type: "key",
    description: "d",
    schema,
    read: async ({ config, deadline }) => {
      deadlines.push(deadline);
      return config;
    },
  });
  const { call } = await serve(house({}, { dataSources: [key] }));
  const read = (own: object) =>
    call("ReadDataSource", { typeName: "house_key", config: wire(schema, { id: "1", ...own }) });
  await read({});
  await read({ timeouts: { read: "1h" } });
  expect(deadlines[0]).toBe(Number.POSITIVE_INFINITY);
  expect(deadlines[1]).toBeLessThanOrEqual(Date.now() + 3_600_000);
});

test("a data source with timeouts has its reads bounded too", async () => {
  const schema = { id: string({ description: "d", required: true }), timeouts: timeouts({ read: "1m" }) };
  const key = dataSource<never>()({ type: "key", description: "d", schema, read: operations.read });
  const { call } = await serve(house({}, { dataSources: [key] }));
  const config = wire(schema, { id: "1", timeouts: { read: "20ms" } });
  expectTimeout((await call("ReadDataSource", { typeName: "house_key", config })).diagnostics, "read");
});

test("the default counts where nothing is configured", async () => {
  const schema = { ...doorSchema, timeouts: timeouts({ create: "20ms" }) };
  const { call } = await serve(house({ ...operations, schema } as never));
  const object = wire(schema, state);
  const answer = await call("ApplyResourceChange", {
    typeName: "house_door",
    config: object,
    plannedState: object,
  });
  expectTimeout(answer.diagnostics, "create");
});

test("what was saved before the time ran out is in the state", async () => {
  const { call } = await serve(
    house({
      create: ({ signal, save, plan }) => {
        save({ ...plan, id: "half", changed: null } as Door);
        return untilAborted(signal);
      },
    }),
  );
  const object = wire(doorSchema, { ...within("create"), id: "half" });
  const answer = await call("ApplyResourceChange", {
    typeName: "house_door",
    config: object,
    plannedState: object,
  });
  expectTimeout(answer.diagnostics, "create");
  expect(unwire(doorSchema, answer.newState)).toMatchObject({ name: "a", id: "half" });
});

test("an author who knows better what happened when the time ran out has the word", async () => {
  const { call, lines } = await serve(
    house({
      read: async ({ signal }) => {
        await untilAborted(signal).catch(() => undefined);
        throw new DiagnosticError("Still locked", "It was locked for 20ms.");
      },
    }),
  );
  const answer = await call("ReadResource", {
    typeName: "house_door",
    currentState: wire(doorSchema, within("read")),
  });
  expect(brief(answer.diagnostics)).toEqual(["error: Still locked"]);
  expect(lines.filter(({ fields }) => String(fields["error"]).includes("Still locked"))).toHaveLength(1);
});

test("an error before the time ran out is shown as it is", async () => {
  const { call } = await serve(
    house({
      read: async () => {
        throw new Error("stuck");
      },
    }),
  );
  const answer = await call("ReadResource", {
    typeName: "house_door",
    currentState: wire(doorSchema, { ...state, timeouts: { read: "1h" } }),
  });
  expect(answer.diagnostics[0]?.detail).toMatch(/^stuck\n/);
});

test("an operation that is done in time leaves no timer behind", async () => {
  const { call } = await serve(house());
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const running = timers();
  const currentState = wire(doorSchema, { ...state, timeouts: { read: "1h" } });
  const answer = await call("ReadResource", { typeName: "house_door", currentState });
  expect(answer.diagnostics).toEqual([]);
  expect(timers()).toBe(running);
});

test("a timeout of more than a timer can count does not end at once", async () => {
  const read = async ({ signal, state: now }: { signal: AbortSignal; state: Door }) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { ...now, note: `aborted: ${signal.aborted}` };
  };
  const { call } = await serve(house({ read }));
  const currentState = wire(doorSchema, { ...state, timeouts: { read: "10000h" } });
  const { newState } = await call("ReadResource", { typeName: "house_door", currentState });
  expect(unwire(doorSchema, newState)).toMatchObject({ note: "aborted: false" });
});
