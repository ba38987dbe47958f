import { UNKNOWN } from "../../src/framework/value";
import { type Door, doorSchema, house } from "../framework/rpc/example";
import type { RpcName } from "../framework/rpc/test-server";
import { type StartProvider, servedOnSocket } from "./core/connection";
import { type Core, createCore } from "./core/core";
import { actions, front, saved, summaries } from "./core/told";
import { wire } from "./core/walk";

describe("a provider that keeps the rules", () => {
  test("creates, updates, replaces and destroys, and every plan after it is empty", async () => {
    const done: string[] = [];
    const core = createCore(
      house({
        create: async ({ plan }) => {
          done.push(`create ${plan.name}`);
          return { ...plan, id: "1", changed: "created" } as Door;
        },
        update: async ({ plan }) => {
          done.push(`update ${plan.name}`);
          return { ...plan, changed: "updated" } as Door;
        },
        delete: async ({ state }) => void done.push(`delete ${state.name}`),
      }),
    );
    const steps = [
      [{ name: "front" }, "create"],
      [{ name: "front", open: false }, "update"],
      [{ name: "back", open: false }, "replace"],
    ] as const;
    for (const [written, action] of steps) {
      const config = { resources: { "house_door.front": written } };
      expect(await actions(core, config)).toEqual([`${action} house_door.front`]);
      expect(summaries(await core.apply(config))).toEqual([]);
      expect(await actions(core, config)).toEqual([]);
    }
    expect(await actions(core, {})).toEqual(["delete house_door.front"]);
    await core.apply({});

    expect(done).toEqual(["create front", "update front", "delete front", "create back", "delete back"]);
    expect(core.state.size).toBe(0);
  });

  test("is asked for nothing where an object is only renamed", async () => {
    const core = createCore(house());
    await core.apply(front);
    const moved = [{ from: "house_door.front", to: "house_door.main" }];

    await core.apply({ resources: { "house_door.main": { name: "front" } }, moved });

    expect(saved(core, "house_door.main")).toMatchObject({ changed: "created" });
    expect(core.state.size).toBe(1);
  });

  test("plans to create again what a refresh finds gone", async () => {
    let gone = false;
    const core = createCore(house({ read: async ({ state }) => (gone ? null : state) }));
    await core.apply(front);
    gone = true;

    expect(await actions(core, front)).toEqual(["create house_door.front"]);
    expect(saved(core)).toBeDefined();
  });
});

describe("an end before the end", () => {
  const hanging = () => {
    let begun = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const core = createCore(
      house({
        create: async ({ signal }) => {
          begun();
          await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
          throw new Error("never");
        },
      }),
    );
    return { core, started };
  };

  test("by Ctrl-C asks the provider to stop, and what has not begun is left", async () => {
    const { core, started } = hanging();
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`house_door.d${n}`, { name: `d${n}` }]),
    );
    const applying = core.apply({ resources: many });
    await started;

    await core.interrupt();
    const outcome = await applying;

    expect(summaries(outcome).filter((line) => line.includes("halted"))).toHaveLength(1);
    expect(outcome.errors.length).toBeLessThan(30);
    expect(core.state.size).toBe(0);
  });

  test("of the provider's process is an error of its own", async () => {
    const { core, started } = hanging();
    const applying = core.apply(front);
    await started;

    await core.killProvider();

    expect(summaries(await applying)).toEqual(["error: Plugin did not respond"]);
  });
});

/** The provider, with its answers to one RPC altered on their way, so that a rule is broken past the framework. */
function altering(name: RpcName, alter: (time: number) => object): Core {
  const provider = house();
  // Counted across the walks, each of which has a connection of its own.
  let time = 0;
  const start: StartProvider = async () => {
    const connection = await servedOnSocket(provider)();
    return {
      ...connection,
      async call(asked, request) {
        const response = await connection.call(asked, request);
        if (asked !== (name as string)) return response;
        time += 1;
        return { ...response, ...alter(time) };
      },
    };
  };
  return createCore(provider, start);
}

const full = { name: "front", open: true, id: "1", changed: "created" };
const door = (parts: object) =>
  wire(doorSchema, { note: null, code: null, token: null, timeouts: null, ...full, ...parts });
const path = (attributeName: string) => [{ steps: [{ attributeName }] }];

describe("core refuses", () => {
  test.each([
    ["a plan with another value", "invalid plan", () => ({ plannedState: door({ name: "back" }) })],
    ["a plan for nothing", "invalid plan", () => ({ plannedState: wire(doorSchema, null) })],
    [
      "a plan with a value for what is not computed",
      "invalid plan",
      () => ({ plannedState: door({ note: "n" }) }),
    ],
    [
      "a replacement for an attribute that is not there",
      "invalid plan",
      () => ({ requiresReplace: path("size") }),
    ],
    [
      "a final plan with another value",
      "inconsistent final plan",
      (time: number) => ({
        plannedState: door({ id: `${time}` }),
        plannedPrivate: new Uint8Array(),
      }),
    ],
  ])("%s", async (_what, words, alter) => {
    const core = altering("PlanResourceChange", alter);

    const { errors } = await core.apply(front);

    expect(errors.map(({ summary }) => summary)).toEqual([`Provider produced ${words}`]);
    expect(core.state.size).toBe(0);
  });

  test.each([
    ["a result with another value", "Provider produced inconsistent result", { open: false }, 1],
    ["a result with something unknown", "Provider returned invalid result object", { id: UNKNOWN }, 1],
  ])("%s, and taints it", async (_what, words, parts, size) => {
    const core = altering("ApplyResourceChange", () => ({ newState: door(parts) }));

    const { errors } = await core.apply(front);

    expect(errors.map(({ summary }) => summary)).toEqual([`${words} after apply`]);
    expect(core.state.size).toBe(size);
    expect(saved(core)).toMatchObject({ tainted: true });
  });

  test("no result at all", async () => {
    const core = altering("ApplyResourceChange", () => ({ newState: undefined }));

    const { errors } = await core.apply(front);

    expect(errors.map(({ summary }) => summary)).toEqual([
      "Provider produced inconsistent result after apply",
    ]);
    expect(core.state.size).toBe(0);
  });

  test("a refresh with something unknown", async () => {
    const core = altering("ReadResource", () => ({ newState: door({ changed: UNKNOWN }) }));
    await core.apply(front);

    const { errors } = await core.plan(front);

    expect(errors.map(({ summary }) => summary)).toEqual([
      "Provider returned invalid result object after refresh",
    ]);
  });

  test("an object that is still there after its delete", async () => {
    const core = altering("ApplyResourceChange", () => ({ newState: door({}) }));
    await core.apply(front);

    const { errors } = await core.apply({});

    expect(errors.map(({ summary }) => summary)).toEqual([
      "Provider returned invalid result object after apply",
    ]);
  });
});
