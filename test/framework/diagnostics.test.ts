import { DiagnosticError, Diagnostics, diagnostic } from "../../src/framework/diagnostics";
import { at } from "../../src/framework/value";

test("diagnostics keep the order in which they came", () => {
  const diagnostics = new Diagnostics();
  expect([diagnostics.hasErrors, diagnostics.list]).toEqual([false, []]);
  diagnostics.warning("W", "w");
  expect(diagnostics.hasErrors).toBe(false);
  diagnostics.error("E", "e", "name");
  diagnostics.add(diagnostic("warning", "X", "x"), diagnostic("error", "Y", "y", at("a", 0)));
  expect(diagnostics.hasErrors).toBe(true);
  expect(diagnostics.list).toEqual([
    { severity: "warning", summary: "W", detail: "w" },
    { severity: "error", summary: "E", detail: "e", path: [{ attribute: "name" }] },
    { severity: "warning", summary: "X", detail: "x" },
    { severity: "error", summary: "Y", detail: "y", path: [{ attribute: "a" }, { index: 0 }] },
  ]);
});

test("an error can carry its diagnostic, and what caused it", () => {
  const cause = new Error("deep down");
  const error = new DiagnosticError("Locked", "Find the key.", "name", { cause });
  expect(error).toMatchObject({ name: "DiagnosticError", message: "Locked: Find the key.", cause });
  expect(error.diagnostic).toEqual({
    severity: "error",
    summary: "Locked",
    detail: "Find the key.",
    path: at("name"),
  });
});
