import { moveFrom } from "../../../src/framework/define/resource";
import { fromDynamicValue } from "../../../src/framework/protocol";
import { string } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { types } from "../../../src/framework/value";
import { type Door, doorIdentity, doorSchema, house } from "./example";
import { brief, serve, unwire } from "./test-server";

const gate = { title: string({ description: "d", required: true }) };
const rest = { note: null, code: null, token: null, id: "1", changed: null, timeouts: null };
const movedFrom = [
  moveFrom("house_gate", gate, ({ title }) => ({ ...rest, name: title, open: true }) as Door),
];

async function move(source: object, json: object) {
  const { call } = await serve(house({ identity: doorIdentity, movedFrom }), { configure: false });
  return call("MoveResourceState", {
    targetTypeName: "house_door",
    sourceProviderAddress: "registry.example.org/example/house",
    sourceSchemaVersion: 0n,
    sourcePrivate: Buffer.from("kept"),
    sourceState: { json: Buffer.from(JSON.stringify(json)) },
    ...source,
  });
}

test("a state of the same type under another address is taken over, with what was kept beside it", async () => {
  const answer = await move({ sourceTypeName: "house_door" }, { name: "a", open: false, id: "1", note: "n" });
  expect(answer.diagnostics).toEqual([]);
  expect(unwire(doorSchema, answer.targetState)).toMatchObject({ name: "a", open: false, id: "1" });
  expect(Buffer.from(answer.targetPrivate).toString()).toBe("kept");
  const type = types.object({ name: types.string, note: types.string });
  expect(fromDynamicValue(type, answer.targetIdentity?.identityData)).toEqual({ name: "a", note: "n" });
});

test("a state of another type becomes one, as the author says", async () => {
  const answer = await move({ sourceTypeName: "house_gate" }, { title: "b" });
  expect(answer.diagnostics).toEqual([]);
  expect(unwire(doorSchema, answer.targetState)).toMatchObject({ name: "b", open: true });
});

test.each([
  ["a type of which nothing is known", { sourceTypeName: "house_roof" }],
  [
    "the same name at another provider",
    { sourceTypeName: "house_door", sourceProviderAddress: "registry.example.org/other/house" },
  ],
])("%s is refused", async (_case, source) => {
  expect(brief((await move(source, {})).diagnostics)).toEqual([`error: ${titles.moveUnsupported}`]);
});
