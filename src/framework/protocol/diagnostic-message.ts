import type { Diagnostic } from "../diagnostics";
import type { Path } from "../value";
import {
  type AttributePath,
  Diagnostic_Severity,
  type Diagnostic as DiagnosticMessage,
} from "./generated/tfplugin6";

/** Makes the wire form of diagnostics. */
export function toDiagnosticMessages(diagnostics: readonly Diagnostic[]): DiagnosticMessage[] {
  return diagnostics.map(({ severity, summary, detail, path }) => ({
    severity: severity === "error" ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
    summary,
    detail,
    attribute: path === undefined || path.length === 0 ? undefined : toAttributePath(path),
  }));
}

/** Makes the wire form of a path. */
export function toAttributePath(path: Path): AttributePath {
  return {
    steps: path.map((step) => {
      if ("attribute" in step) return { attributeName: step.attribute };
      return "key" in step ? { elementKeyString: step.key } : { elementKeyInt: BigInt(step.index) };
    }),
  };
}
