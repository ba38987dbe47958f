import { listBlock, singleNested, string } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import type { Written } from "../schema/core";
import { doorSchema, house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

const typeName = "house_door";
const state = { name: "a", open: true, note: "n", code: "c", id: "1", changed: "once" };

async function generate(change: Parameters<typeof house>[0], written: Written | null, schema = doorSchema) {
  const { call } = await serve(house(change));
  const answer = await call("GenerateResourceConfig", { typeName, state: wire(schema, written) });
  return { brief: brief(answer.diagnostics), config: unwire(schema, answer.config) };
}

test("it is the state without what is computed and without what repeats a default", async () => {
  expect((await generate({}, state)).config).toMatchObject({
    name: "a",
    open: null,
    note: "n",
    id: null,
    changed: null,
  });
  expect((await generate({}, { ...state, open: false })).config).toMatchObject({ open: false });
});

test("it goes into nested attributes and blocks", async () => {
  const part = {
    a: string({ description: "d", required: true }),
    b: string({ description: "d", default: "x" }),
  };
  const schema = {
    ...doorSchema,
    part: singleNested(part, { description: "d", optional: true }),
    rule: listBlock(part, { description: "d" }),
  };
  const given = { ...state, part: { a: "1", b: "x" }, rule: [{ a: "2", b: "y" }] };
  const { config } = await generate({ schema } as never, given, schema);
  expect(config).toMatchObject({ part: { a: "1", b: null }, rule: [{ a: "2", b: "y" }] });
});

test("an object that was not read has a configuration without values, never null: core fails on blocks then", async () => {
  expect((await generate({}, null)).config).toMatchObject({ name: null, id: null });
});

test("an author may write it, and what does not fit is an error", async () => {
  const { config } = await generate({ generateConfig: ({ name }) => ({ name }) }, state);
  expect(config).toMatchObject({ name: "a", note: null });
  const wrong = await generate({ generateConfig: () => ({ note: 7 }) as never }, state);
  expect(wrong.brief).toEqual([`error: ${titles.invalidReturn("configuration")} @ note`]);
});
