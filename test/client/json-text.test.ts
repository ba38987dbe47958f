import { elementTexts } from "../../src/client/json";

test.each([
  ["[]", null, []],
  [' [ 1 , "a,]" , {"b":[1,2]} ,null]', null, ["1", '"a,]"', '{"b":[1,2]}', "null"]],
  ['{"a":[{"n":12345678901234567890}]}', "a", ['{"n":12345678901234567890}']],
  ['{"x":{"a":[1]},"a" : [ {"q":"\\"}]"} ] }', "a", ['{"q":"\\"}]"}']],
  ['{"a":[1],"a":[2]}', "a", ["2"]],
  ['{"\\u0061":[3]}', "a", ["3"]],
  ['{"a":7}', "a", []],
  ['{"b":[1]}', "a", []],
  ["7", "a", []],
  ["{}", "a", []],
])("the elements of %s at %p keep their text", (json, name, texts) => {
  expect(elementTexts(json, name)).toEqual(texts);
});

test("each element is what parsing the whole finds", () => {
  const rows = Array.from({ length: 200 }, (_, number) => ({
    id: `c${number}`,
    note: '\\"[{'.repeat(number % 5),
    n: [number, { x: -1.5e3 }],
  }));
  const json = JSON.stringify({ total: 200, partner_channels: rows }, null, 1);
  expect(elementTexts(json, "partner_channels").map((text) => JSON.parse(text))).toEqual(rows);
});
