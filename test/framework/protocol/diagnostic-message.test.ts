import { diagnostic } from "../../../src/framework/diagnostics";
import { toAttributePath, toDiagnosticMessages } from "../../../src/framework/protocol";
import { Diagnostic } from "../../../src/framework/protocol/generated/tfplugin6";
import { at, inBlock } from "../../../src/framework/value";

test("errors and warnings keep their order, and a path goes with them", () => {
  const messages = toDiagnosticMessages([
    diagnostic("warning", "W", "w"),
    diagnostic("error", "E", "e", "enabled"),
    diagnostic("error", "F", "f", []),
  ]);
  expect(messages).toEqual([
    { severity: 2, summary: "W", detail: "w", attribute: undefined },
    { severity: 1, summary: "E", detail: "e", attribute: { steps: [{ attributeName: "enabled" }] } },
    { severity: 1, summary: "F", detail: "f", attribute: undefined },
  ]);
});

test("every kind of step has its own field", () => {
  const path = toAttributePath([...at("a", 0), { key: "__proto__" }, ...at("b")]);
  expect(path.steps).toEqual([
    { attributeName: "a" },
    { elementKeyInt: 0n },
    { elementKeyString: "__proto__" },
    { attributeName: "b" },
  ]);
});

test("text that is no valid Unicode still makes a valid message", () => {
  const [message] = toDiagnosticMessages([diagnostic("error", "cut \ud83d", "half \udc00")]);
  const bytes = Diagnostic.encode(Diagnostic.fromPartial({ ...message })).finish();
  expect(Diagnostic.decode(bytes)).toMatchObject({ summary: "cut \ufffd", detail: "half \ufffd" });
});

test.each([
  [at("timeouts", "create"), ["timeouts"]],
  [
    [...at("channels"), { key: "a" }, ...at("enabled")],
    ["channels", "a"],
  ],
  [
    [...at("tags"), { index: 2 }],
    ["tags", 2n],
  ],
  [
    [...at("tags"), { key: "a" }, { index: 2 }],
    ["tags", "a"],
  ],
  [
    [...inBlock("rule", 1), ...at("name")],
    ["rule", 1n, "name"],
  ],
  [
    [...inBlock("rule", "a"), ...inBlock("part", 0), ...at("name")],
    ["rule", "a", "part", 0n, "name"],
  ],
  [
    [...inBlock("rule"), ...at("parts"), { key: "a" }, ...at("name")],
    ["rule", "parts", "a"],
  ],
])("of the path %j core is sent as much as it can show the line of", (path, sent) => {
  const [message] = toDiagnosticMessages([diagnostic("error", "E", "e", path)]);
  const steps = message?.attribute?.steps.map(
    (step) => step.attributeName ?? step.elementKeyString ?? step.elementKeyInt,
  );
  expect(steps).toEqual(sent);
});
