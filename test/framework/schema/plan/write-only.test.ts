import { mapNested, singleNested, string, withoutWriteOnly } from "../../../../src/framework/schema";
import { objectValue } from "../../../../src/framework/value";

const description = "d";
const optional = { description, optional: true } as const;
const inner = { name: string(optional), token: string({ ...optional, writeOnly: true }) };

test("write-only values are taken out, in nested objects too", () => {
  const schema = { ...inner, one: singleNested(inner, optional), named: mapNested(inner, optional) };
  const object = objectValue([
    ["name", "a"],
    ["token", "t"],
    ["one", { name: "b", token: "t" }],
    ["named", new Map([["k", { name: "c", token: "t" }]])],
  ]);
  expect(withoutWriteOnly(schema, object)).toEqual({
    name: "a",
    token: null,
    one: { name: "b", token: null },
    named: new Map([["k", { name: "c", token: null }]]),
  });
});

test("an object of a schema without any is left as it is", () => {
  const schema = { name: string(optional), one: singleNested({ name: string(optional) }, optional) };
  const object = objectValue([
    ["name", "a"],
    ["one", null],
  ]);
  expect(withoutWriteOnly(schema, object)).toBe(object);
});
