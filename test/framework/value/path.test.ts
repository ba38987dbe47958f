import { at, formatPath } from "../../../src/framework/value";

test("a path is made of attribute names and list indexes", () => {
  expect(at("channels", 2, "id")).toEqual([{ attribute: "channels" }, { index: 2 }, { attribute: "id" }]);
});

test.each([
  [[], ""],
  [at("enabled"), "enabled"],
  [at("timeouts", "create"), "timeouts.create"],
  [[...at("tags"), { index: 0 }], "tags[0]"],
  [[...at("channels"), { key: 'a "b"' }, ...at("enabled")], 'channels["a \\"b\\""].enabled'],
])("%j is written %s", (path, text) => {
  expect(formatPath(path)).toBe(text);
});
