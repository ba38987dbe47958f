import { Diagnostics } from "../../../../src/framework/diagnostics";
import {
  alsoRequires,
  atLeastOneOf,
  type ConfigRule,
  conflictsWith,
  exactlyOneOf,
} from "../../../../src/framework/schema";
import { UNKNOWN } from "../../../../src/framework/value";

/** The attributes at which a rule reports an error, "" for one without a place. */
function errorsOf(rule: ConfigRule, config: object): string[] {
  const diagnostics = new Diagnostics();
  rule({ config, diagnostics });
  return diagnostics.list.map(({ path }) => (path ?? []).map((step) => Object.values(step)[0]).join("."));
}

const none = { a: null, b: null, c: null };

test.each<[string, ConfigRule, object, readonly string[]]>([
  ["two that conflict", conflictsWith("a", "b"), { a: "1", b: false }, ["b"]],
  ["one of two that conflict", conflictsWith("a", "b"), { a: "1" }, []],
  ["two that conflict, one not known", conflictsWith("a", "b"), { a: "1", b: UNKNOWN }, []],
  ["none of those of which one is needed", atLeastOneOf("a", "b"), {}, [""]],
  ["an unknown one of those of which one is needed", atLeastOneOf("a", "b"), { b: UNKNOWN }, []],
  ["exactly one", exactlyOneOf("a", "b", "c"), { c: 0 }, []],
  ["none where exactly one is needed", exactlyOneOf("a", "b"), {}, [""]],
  ["two where exactly one is needed", exactlyOneOf("a", "b"), { a: "", b: "" }, ["b"]],
  ["one that needs another", alsoRequires("a", "b"), { a: "1" }, ["a"]],
  ["one that needs another, not known", alsoRequires("a", "b"), { a: "1", b: UNKNOWN }, []],
  ["an unknown one that needs another", alsoRequires("a", "b"), { a: UNKNOWN }, []],
  ["one that needs two", alsoRequires("a", "b", "c"), { a: "1", b: "2", c: "3" }, []],
])("%s", (_case, rule, config, places) => {
  expect(errorsOf(rule, { ...none, ...config })).toEqual(places);
});
