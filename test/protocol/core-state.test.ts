import { type Door, house } from "../framework/rpc/example";
import { type ProviderConnection, servedOnSocket } from "./core/connection";
import { createCore } from "./core/core";
import { actions, front, saved, summaries } from "./core/told";

interface Private {
  readonly priorPrivate?: Uint8Array;
}

describe("what is saved of an operation that failed", () => {
  const failing = (change: Parameters<typeof house>[0]) => createCore(house(change));
  const fail = () => {
    throw new Error("no");
  };

  test("is nothing where a create returned nothing", async () => {
    const core = failing({ create: async () => fail() });

    expect(summaries(await core.apply(front))).toHaveLength(1);
    expect(core.state.size).toBe(0);
  });

  test("is tainted where a create returned half, and the next plan replaces it", async () => {
    const core = failing({
      create: async ({ plan, save }) => {
        save({ ...plan, id: "1", changed: null } as Door);
        return fail();
      },
    });

    await core.apply(front);

    expect(saved(core)).toMatchObject({ id: "1", changed: null, tainted: true });
    expect(await actions(core, front)).toEqual(["replace house_door.front"]);
  });

  test("is replaced as if nothing had been kept beside it, where it is tainted", async () => {
    const provider = house({
      create: async ({ plan, save, private: kept }) => {
        kept.set("half", true);
        save({ ...plan, id: "1", changed: null } as Door);
        return fail();
      },
    });
    const sent: (Uint8Array | undefined)[] = [];
    const core = createCore(provider, async () => {
      const connection = await servedOnSocket(provider)();
      const call: ProviderConnection["call"] = (name, request) => {
        if (name === "PlanResourceChange") sent.push((request as Private).priorPrivate);
        return connection.call(name, request);
      };
      return { ...connection, call };
    });
    await core.apply(front);
    sent.length = 0;

    await core.plan(front);

    expect(saved(core)).toMatchObject({ tainted: true });
    expect(core.state.get("house_door.front")?.private).not.toHaveLength(0);
    expect(sent).toEqual([new Uint8Array()]);
  });

  test.each(["update", "delete"] as const)("is what was before where an %s failed", async (operation) => {
    const core = failing({ [operation]: async () => fail() });
    await core.apply(front);
    const config =
      operation === "delete" ? {} : { resources: { "house_door.front": { name: "front", open: false } } };

    const { errors } = await core.apply(config);

    expect(errors).toHaveLength(1);
    expect(saved(core)).toMatchObject({ name: "front", open: true, tainted: false });
  });
});

test("what a removed block names is forgotten, and the provider is asked for nothing", async () => {
  const asked: string[] = [];
  const note = (what: string) => void asked.push(what);
  const core = createCore(
    house({
      read: async ({ state }) => {
        note("read");
        return state;
      },
      delete: async () => note("delete"),
    }),
  );
  await core.apply(front);
  const config = { removed: ["house_door.front"] };

  expect(await actions(core, config)).toEqual(["forget house_door.front"]);
  expect(summaries(await core.apply(config))).toEqual([]);
  expect(core.state.size).toBe(0);
  expect(await actions(core, config)).toEqual([]);
  expect(asked).toEqual([]);
});
