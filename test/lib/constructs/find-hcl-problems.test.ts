import { findHclProblems, findHclProblemsOfStack } from "../../../lib/constructs/find-hcl-problems";

const of = (
  attributes: Record<string, unknown>,
  overrides: Record<string, unknown> = {},
  set: string[] = [],
) => findHclProblems({ attributes, overrides, set });

test("what HCL can hold passes", () => {
  const lifecycle = { prevent_destroy: true, ignore_changes: ["client_id"], precondition: [] };
  const note = { "//": { metadata: { path: "a\\b\n" } } };
  const late = { resolve: () => "a\nb" };

  expect(of({ channel_id: "aCH", enabled: late, timeouts: { create: "1m" }, lifecycle, ...note })).toEqual(
    [],
  );
  expect(of({ channel_id: `\${replace(var.x, "\\\\", "")}` })).toEqual([]);
});

test.each(["precondition", "postcondition"])("a %s is found", (name) => {
  const condition = { condition: "${true}", error_message: "No." };

  expect(of({ lifecycle: { [name]: [condition] } })).toEqual([expect.stringContaining(`lifecycle.${name} `)]);
});

test("ignoring all changes is found", () => {
  expect(of({ lifecycle: { ignore_changes: "all" } })).toEqual([expect.stringContaining("ignore_changes")]);
});

test("texts that would change are found wherever they are", () => {
  expect(of({ a: "one\ntwo", b: { c: ["x", "back\\slash"] } })).toEqual([
    expect.stringMatching(/^a .*\bline break\b/),
    expect.stringMatching(/^b\.c\.1 .*\bbackslash\b/),
  ]);
});

test("texts within attributes that would be taken for expressions are found", () => {
  expect(of({ a: "[x]", b: { c: "{x}", d: ["x", '"x"'] } })).toEqual([
    expect.stringMatching(/^b\.c .*\{.*\bexpression\b/),
    expect.stringMatching(/^b\.d\.1 .*".*\bexpression\b/),
  ]);
});

test("an override of a part is lost only where the whole was set too", () => {
  const overrides = { timeouts: { create: "5m", read: "1m" }, enabled: false };

  expect(of({}, overrides, ["timeouts", "enabled"])).toEqual([
    expect.stringContaining("override of timeouts.create, timeouts.read "),
  ]);
  expect(of({}, overrides, [])).toEqual([]);
});

test("overrides on a stack are lost, but for the blocks with names within terraform", () => {
  expect(findHclProblemsOfStack({ terraform: { backend: {}, required_providers: {}, cloud: {} } })).toEqual(
    [],
  );
  expect(findHclProblemsOfStack({ terraform: { required_version: ">= 1.5" }, resource: {} })).toEqual([
    expect.stringContaining("override of terraform.required_version "),
    expect.stringContaining("override of resource "),
  ]);
});
