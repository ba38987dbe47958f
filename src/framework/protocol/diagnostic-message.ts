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
    attribute: path === undefined || path.length === 0 ? undefined : toAttributePath(visible(path)),
  }));
}

/**
 * Cuts a path to the part for which core finds the line: blocks, an attribute in them, and an element of the attribute.
 * For a longer path core shows the first line of the whole block (Terraform 1.11, tried).
 */
function visible(path: Path): Path {
  const outer = path.findIndex((step) => "attribute" in step && step.block !== true);
  if (outer === -1) return path;
  const element = path[outer + 1];
  return path.slice(0, element === undefined || "attribute" in element ? outer + 1 : outer + 2);
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
