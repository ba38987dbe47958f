import type { ImportContext } from "../../../src/framework/define/resource";
import { DiagnosticError } from "../../../src/framework/diagnostics";
import { listBlock } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { UNKNOWN } from "../../../src/framework/value";
import { complete } from "../schema/core";
import { type CLIENT, doorSchema, house } from "./example";
import { brief, serve, unwire } from "./test-server";

type Importing = ImportContext<typeof CLIENT>;
const found = { ...complete(doorSchema, { name: "a", open: true, id: "1" }) };

async function importDoor(importState?: (context: Importing) => unknown) {
  const { call } = await serve(house(importState === undefined ? {} : { importState: importState as never }));
  return call("ImportResourceState", { typeName: "house_door", id: "hall/1" });
}

test("an id becomes a first state, with what is private beside it", async () => {
  const { importedResources, diagnostics, deferred } = await importDoor(({ id, client, private: own }) => {
    own.set("imported", true);
    return { ...found, note: `${id} by ${client.name}` };
  });
  expect({ diagnostics, deferred }).toEqual({ diagnostics: [], deferred: undefined });
  expect(importedResources).toHaveLength(1);
  const [imported] = importedResources;
  expect(imported?.typeName).toBe("house_door");
  expect(unwire(doorSchema, imported?.state)).toEqual({ ...found, note: "hall/1 by client" });
  expect(Buffer.from(imported?.private ?? []).toString()).toBe('{"imported":true}');
});

test("what an import leaves out is null, required attributes too, and blocks are empty", async () => {
  const { importedResources, diagnostics } = await importDoor(({ id }) => ({ id, note: undefined }));
  expect(diagnostics).toEqual([]);
  const nothing = complete(doorSchema, {}) as object;
  const expected = { ...nothing, id: "hall/1", open: null };
  expect(unwire(doorSchema, importedResources[0]?.state)).toEqual(expected);

  const schema = { ...doorSchema, rule: listBlock({ name: doorSchema.name }, { description: "d" }) };
  const { call } = await serve(house({ schema, importState: ({ id }: Importing) => ({ id }) } as never));
  const answer = await call("ImportResourceState", { typeName: "house_door", id: "1" });
  expect(unwire(schema, answer.importedResources[0]?.state)).toMatchObject({ id: "1", rule: [] });
});

test("an author may wait, and may warn", async () => {
  const { importedResources, diagnostics } = await importDoor(async ({ diagnostics: own }) => {
    own.warning("Unverified", "It was not looked at.");
    return found;
  });
  expect(brief(diagnostics)).toEqual(["warning: Unverified"]);
  expect(importedResources).toHaveLength(1);
});

test("what cannot be imported says so", async () => {
  const { importedResources, diagnostics } = await importDoor();
  expect(brief(diagnostics)).toEqual([`error: ${titles.importUnsupported}`]);
  expect(importedResources).toEqual([]);
});

test.each<[string, (context: Importing) => unknown]>([
  [
    "throws",
    () => {
      throw new DiagnosticError("No such door", "There is none.");
    },
  ],
  ["reports an error", ({ diagnostics }) => void diagnostics.error("No such door", "There is none.")],
  [
    "reports an error and returns a state",
    ({ diagnostics }) => {
      diagnostics.error("No such door", "There is none.");
      return found;
    },
  ],
])("an author who %s imports nothing", async (_how, importState) => {
  const { importedResources, diagnostics } = await importDoor(importState);
  expect(brief(diagnostics)).toEqual(["error: No such door"]);
  expect(importedResources).toEqual([]);
});

test.each<[string, unknown]>([
  ["id", { ...found, id: UNKNOWN }],
  ["open", { ...found, open: "yes" }],
  ["", null],
])("a state that is wrong at %j is the provider's bug", async (place, answer) => {
  const { importedResources, diagnostics } = await importDoor(() => answer);
  expect(brief(diagnostics)).toEqual([
    `error: ${titles.invalidReturn("state")}${place === "" ? "" : ` @ ${place}`}`,
  ]);
  expect(importedResources).toEqual([]);
});

test("a write-only value is not imported", async () => {
  const { importedResources } = await importDoor(() => ({ ...found, token: "secret" }));
  expect(unwire(doorSchema, importedResources[0]?.state)).toMatchObject({ token: null });
});
