import { diagnostic } from "../../../src/framework/diagnostics";
import { pointAtSource } from "../../../src/framework/rpc/point-at-source";
import { at, formatPath, inBlock, type ObjectValue, type Path, UNKNOWN } from "../../../src/framework/value";

const below = (key: string): Path => [...at("channels"), { key }, ...at("enabled")];
const channels = (...keys: string[]): ObjectValue => ({ channels: new Map(keys.map((key) => [key, null])) });

function point(path: Path, config: ObjectValue | null, detail = "d") {
  const pointed = pointAtSource(diagnostic("error", "s", detail, path), config);
  return { path: formatPath(pointed.path ?? []), detail: pointed.detail };
}

test.each(["0", "5", "-5", "-0", "4915112", "100000", "1.5", "true", "false", "9".repeat(80)])(
  "the path ends before the key %s, which may be written without quotes",
  (key) => {
    const { path, detail } = point(below(key), channels(key));
    expect(path).toBe("channels");
    expect(detail).toContain(`channels[${JSON.stringify(key)}]`);
  },
);

test.each(["a", "exampleCH", "007", "1.", ".5", "1e5", "+5", "5a", "--5", "", "1.2.3", "null", "TRUE"])(
  "the path goes on below the key %j, which is a string however it is written",
  (key) => {
    expect(point(below(key), channels(key))).toEqual({ path: formatPath(below(key)), detail: "d" });
  },
);

test("one key without quotes spoils the look-up of all keys of that map", () => {
  expect(point(below("a"), channels("a", "4915112")).path).toBe("channels");
});

test.each([
  ["there is no configuration", null],
  ["the map is unknown", { channels: UNKNOWN }],
  ["the map is null", { channels: null }],
  ["the configuration has no such map", {}],
])("where %s, no key is trusted", (_what, config) => {
  expect(point(below("a"), config).path).toBe("channels");
});

test("other steps and paths stay as they are", () => {
  for (const path of [[], at("name"), at("tags", 3), [...inBlock("rule", "5"), ...at("name")]]) {
    expect(point(path, null)).toEqual({ path: formatPath(path), detail: "d" });
  }
  expect(pointAtSource(diagnostic("error", "s", "d"), null)).toEqual(diagnostic("error", "s", "d"));
});

test("a map within a block is looked up in that block", () => {
  const path: Path = [...inBlock("rule", 1), ...at("tags"), { key: "a" }];
  const rules = (key: string) => ({ rule: [{ tags: null }, { tags: new Map([[key, "x"]]) }] });
  expect(point(path, rules("a")).path).toBe(formatPath(path));
  expect(point(path, rules("7")).path).toBe("rule[1].tags");
});

test.each([
  ["Channel 4915112 is gone.", true],
  ['"4915112"', true],
  ["4915112", true],
  ["Channel 49151123 is gone.", false],
  ["Channel a-4915112 is gone.", false],
  ["It costs 4915112.50.", false],
])("a text that names the key needs no addition: %s", (detail, isNamed) => {
  const pointed = point(below("4915112"), null, detail);
  expect(pointed.detail === detail).toBe(isNamed);
});
