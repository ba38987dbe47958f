import { fromDynamicValue, toDynamicValue } from "../../../src/framework/protocol";
import type { ResourceIdentityData } from "../../../src/framework/protocol/generated/tfplugin6";
import { titles } from "../../../src/framework/titles";
import { type Type, types, UNKNOWN, type Value } from "../../../src/framework/value";
import type { Written } from "../schema/core";
import { type Door, doorIdentity, doorSchema, house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

const typeName = "house_door";
const identity = doorIdentity;
const type: Type = types.object({ name: types.string, note: types.string });
const before = { name: "a", open: true, note: "n", id: "1", changed: "once" };
const named = { name: "a", note: "n" };

const door = (written: Written | null) => wire(doorSchema, written);
const told = (value: Value): ResourceIdentityData => ({ identityData: toDynamicValue(type, value) });
const heard = (data: ResourceIdentityData | undefined) =>
  data === undefined ? undefined : fromDynamicValue(type, data.identityData);

/** A door that has an identity, with other behaviour where it is given. */
const open = (change: Parameters<typeof house>[0] = {}) => serve(house({ identity, ...change }));

test("the schemas tell what names an object, before the provider is configured too", async () => {
  const { call } = await serve(house({ identity, identityVersion: 2 }), { configure: false });
  const { identitySchemas, diagnostics } = await call("GetResourceIdentitySchemas");
  expect(diagnostics).toEqual([]);
  expect(Object.keys(identitySchemas)).toEqual([typeName]);
  const { version, identityAttributes = [] } = identitySchemas[typeName] ?? {};
  expect(version).toBe(2n);
  expect(
    identityAttributes.map(({ type: json, ...rest }) => ({ ...rest, type: Buffer.from(json).toString() })),
  ).toEqual([
    { name: "name", type: '"string"', requiredForImport: true, optionalForImport: false, description: "d" },
    { name: "note", type: '"string"', requiredForImport: false, optionalForImport: true, description: "d" },
  ]);
});

test("a type without an identity has no schema for it, and no answer bears one", async () => {
  const { call } = await serve(house());
  expect((await call("GetResourceIdentitySchemas")).identitySchemas).toEqual({});
  const read = await call("ReadResource", { typeName, currentState: door(before) });
  expect(read.newIdentity).toBeUndefined();
});

describe("ReadResource", () => {
  test.each([
    ["tells the identity of a state that has none yet", undefined],
    ["tells it again", told(named)],
    ["fills in what an import left out", told({ name: "a", note: null })],
  ])("%s", async (_case, currentIdentity) => {
    const { call } = await open();
    const answer = await call("ReadResource", { typeName, currentState: door(before), currentIdentity });
    expect(answer.diagnostics).toEqual([]);
    expect(heard(answer.newIdentity)).toEqual(named);
  });

  test("refuses another identity, and keeps the old one beside the error", async () => {
    const { call } = await open({ read: async ({ state }) => ({ ...state, name: "b" }) });
    const answer = await call("ReadResource", {
      typeName,
      currentState: door(before),
      currentIdentity: told(named),
    });
    expect(brief(answer.diagnostics)).toEqual([`error: ${titles.identityChanged} @ name`]);
    expect(heard(answer.newIdentity)).toEqual(named);
  });

  test.each<[string, () => Promise<Door | null>]>([
    ["fails", () => Promise.reject(new Error("no"))],
    ["finds that the object is gone", async () => null],
  ])("keeps the identity when it %s", async (_case, read) => {
    const { call } = await open({ read });
    const answer = await call("ReadResource", {
      typeName,
      currentState: door(before),
      currentIdentity: told(named),
    });
    expect(heard(answer.newIdentity)).toEqual(named);
  });

  test("refuses an object that nothing names", async () => {
    const { call } = await open({
      read: async ({ state }) => ({ ...state, name: null, note: null }) as never,
    });
    const answer = await call("ReadResource", { typeName, currentState: door(before) });
    expect(brief(answer.diagnostics)).toEqual([`error: ${titles.identityMissing}`]);
  });
});

describe("PlanResourceChange", () => {
  const plan = async (
    prior: Written | null,
    proposed: Written | null,
    priorIdentity?: ResourceIdentityData,
    change: Parameters<typeof house>[0] = {},
  ) => {
    const { call } = await open(change);
    const wanted = door(proposed);
    const asked = { typeName, priorState: door(prior), proposedNewState: wanted, config: wanted };
    return call("PlanResourceChange", priorIdentity === undefined ? asked : { ...asked, priorIdentity });
  };

  test("of a new object tells the identity once all of it is known, and never a part that is not", async () => {
    expect(heard((await plan(null, { name: "a", note: "n" })).plannedIdentity)).toEqual(named);
    expect((await plan(null, { name: UNKNOWN, note: "n" })).plannedIdentity).toBeUndefined();
  });

  test.each([
    ["an update", { ...before, open: false }],
    ["no change", before],
    ["a destroy", null],
    ["a replacement", { ...before, name: "b" }],
  ])("of %s tells the identity of the object that is there", async (_case, proposed) => {
    expect(heard((await plan(before, proposed, told(named))).plannedIdentity)).toEqual(named);
    expect(heard((await plan(before, proposed)).plannedIdentity)).toEqual(named);
  });

  test("takes no notice of the identity that comes with the second plan of a replacement", async () => {
    const answer = await plan(null, { name: "b", note: "n" }, told(named));
    expect(heard(answer.plannedIdentity)).toEqual({ name: "b", note: "n" });
  });

  test("refuses an update that changes it", async () => {
    const answer = await plan(before, { ...before, note: "m" }, told(named));
    expect(brief(answer.diagnostics)).toEqual([`error: ${titles.identityChanged} @ note`]);
    expect(heard(answer.plannedIdentity)).toEqual(named);
  });
});

describe("ApplyResourceChange", () => {
  const apply = async (
    prior: Written | null,
    planned: Written | null,
    plannedIdentity: ResourceIdentityData | undefined,
    change: Parameters<typeof house>[0] = {},
  ) => {
    const { call } = await open(change);
    const asked = { typeName, priorState: door(prior), plannedState: door(planned), config: door(planned) };
    return call("ApplyResourceChange", plannedIdentity === undefined ? asked : { ...asked, plannedIdentity });
  };
  const created = { name: "a", open: true, note: "n", id: UNKNOWN, changed: UNKNOWN };

  test("tells the identity of a new object, planned or not", async () => {
    expect(heard((await apply(null, created, undefined)).newIdentity)).toEqual(named);
    expect(heard((await apply(null, created, told(named))).newIdentity)).toEqual(named);
  });

  test("tells it beside the error of a create that had begun, and of an update that failed", async () => {
    const begun = await apply(null, created, undefined, {
      create: async ({ save, plan }) => {
        save({ ...plan, id: "1", changed: null } as Door);
        throw new Error("no");
      },
    });
    expect(heard(begun.newIdentity)).toEqual(named);
    const failed = await apply(before, { ...before, open: false }, told(named), {
      update: () => Promise.reject(new Error("no")),
    });
    expect(brief(failed.diagnostics)).toHaveLength(1);
    expect(heard(failed.newIdentity)).toEqual(named);
  });

  test("deletes from the state alone: the delete of a replacement comes without an identity", async () => {
    const answer = await apply(before, null, undefined);
    expect(answer.diagnostics).toEqual([]);
    expect(unwire(doorSchema, answer.newState)).toBeNull();
  });

  test("keeps the identity of what a delete left behind", async () => {
    const answer = await apply(before, null, told(named), { delete: () => Promise.reject(new Error("no")) });
    expect(heard(answer.newIdentity)).toEqual(named);
  });
});

describe("ImportResourceState", () => {
  const importing = async (request: object, change: Parameters<typeof house>[0] = {}) => {
    const { call } = await open(change);
    return call("ImportResourceState", { typeName, ...request });
  };

  test("by identity hands it to the author, and answers with state and identity", async () => {
    const answer = await importing(
      { identity: told({ name: "a", note: null }) },
      {
        importState: ({ id, identity: given }) => ({
          name: given?.name ?? "",
          note: `id ${JSON.stringify(id)}`,
        }),
      },
    );
    expect(answer.diagnostics).toEqual([]);
    const [imported] = answer.importedResources;
    expect(unwire(doorSchema, imported?.state)).toMatchObject({ name: "a", note: 'id ""', id: null });
    expect(heard(imported?.identity)).toEqual({ name: "a", note: 'id ""' });
  });

  test("needs no author: the identity is the first state, by identity and by an id that can be read as one", async () => {
    const importId = (id: string) => ({ name: id.slice(1), note: id.slice(0, 1) });
    for (const request of [{ identity: told(named) }, { id: "na" }]) {
      const answer = await importing(request, { importId });
      expect(answer.diagnostics).toEqual([]);
      expect(heard(answer.importedResources[0]?.identity)).toEqual(named);
    }
  });

  test("refuses null for what an import must name, which core lets pass", async () => {
    const answer = await importing({ identity: told({ name: null, note: "n" }) });
    expect(brief(answer.diagnostics)).toEqual([`error: ${titles.incompleteIdentity}`]);
    expect(answer.importedResources).toEqual([]);
  });

  test("by id bears the identity too", async () => {
    const answer = await importing({ id: "a" }, { importState: ({ id }) => ({ name: id }) });
    expect(heard(answer.importedResources[0]?.identity)).toEqual({ name: "a", note: null });
  });
});

describe("UpgradeResourceIdentity", () => {
  const way = {
    attributes: { title: types.string },
    upgrade: ({ title }: { title: string }) => ({ name: title, note: null }),
  };
  const upgrade = async (version: number, json: string | null, identityVersion = 1) => {
    const { call } = await open({ identityVersion, identityUpgrades: { 0: way as never } });
    const rawIdentity = json === null ? {} : { json: Buffer.from(json) };
    return call("UpgradeResourceIdentity", { typeName, version: BigInt(version), rawIdentity });
  };

  test("makes the present identity of an older one", async () => {
    const answer = await upgrade(0, '{"title":"a"}');
    expect(answer.diagnostics).toEqual([]);
    expect(heard(answer.upgradedIdentity)).toEqual({ name: "a", note: null });
  });

  test("says nothing of a state that has none: Read will tell it", async () => {
    expect(await upgrade(0, null)).toMatchObject({ diagnostics: [], upgradedIdentity: undefined });
  });

  test("reads one of the present version", async () => {
    expect(heard((await upgrade(1, '{"name":"a","note":"n"}')).upgradedIdentity)).toEqual(named);
  });

  test.each([
    ["an unknown version", 7, "{}", titles.identityVersion],
    ["another shape", 1, '{"name":[]}', titles.identityMisfit],
  ])("refuses %s", async (_case, version, json, summary) => {
    expect(brief((await upgrade(version, json)).diagnostics)).toEqual([`error: ${summary}`]);
  });
});
