import { resource } from "../../../src/framework/define/resource";
import { listBlock, string } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { complete } from "../schema/core";
import { house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

const description = "d";
const part = { name: string({ description, required: true }) };
const schema = { ...part, rule: listBlock(part, { description }) };
const typeName = "house_wall";

function serveWall(answer: object | null) {
  const make = async () => answer as never;
  const wall = resource<never>()({
    type: "wall",
    description,
    schema,
    create: make,
    read: make,
    update: make,
    delete: async () => {},
  });
  return serve(house({}, { resources: [wall] }));
}

const noBlock = { name: "a", rule: null };

test("an author who reads null where blocks are is told that this is a bug", async () => {
  const { call } = await serveWall(noBlock);
  const { diagnostics } = await call("ReadResource", { typeName, currentState: wire(schema, { name: "a" }) });
  expect(brief(diagnostics)).toEqual([`error: ${titles.invalidReturn("state")} @ rule`]);
  expect(diagnostics[0]?.detail).toMatch(/^rule .*\bnull\b/);
});

test("what is kept of such a result has no null blocks, which core could not plan with", async () => {
  const { call } = await serveWall(noBlock);
  const object = wire(schema, { name: "a" });
  const answer = await call("ApplyResourceChange", { typeName, config: object, plannedState: object });
  expect(brief(answer.diagnostics)).toEqual([`error: ${titles.invalidReturn("result")} @ rule`]);
  expect(unwire(schema, answer.newState)).toEqual(complete(schema, { name: "a", rule: [] }));
});
