import { at, type Path } from "./value";

/** One message for the user. With `path`, Terraform shows the file, the line and the argument. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** A title: what went wrong, in a few words. */
  readonly summary: string;
  /** What happened, why, and what to do next. */
  readonly detail: string;
  readonly path?: Path;
}

/** Where a diagnostic points: the name of a top-level attribute, or a path. */
export type Place = string | Path;

/** Collects diagnostics in the order in which they are added. */
export class Diagnostics {
  readonly #items: Diagnostic[] = [];

  /** Adds an error. Terraform does not apply the object concerned. */
  error(summary: string, detail: string, place?: Place): void {
    this.add(diagnostic("error", summary, detail, place));
  }

  /** Adds a warning. The operation continues. */
  warning(summary: string, detail: string, place?: Place): void {
    this.add(diagnostic("warning", summary, detail, place));
  }

  /** Adds ready-made diagnostics. */
  add(...items: readonly Diagnostic[]): void {
    this.#items.push(...items);
  }

  /** Whether there is an error among them. */
  get hasErrors(): boolean {
    return this.#items.some((item) => item.severity === "error");
  }

  /** All of them so far. */
  get list(): readonly Diagnostic[] {
    return this.#items;
  }
}

/** Makes one diagnostic. */
export function diagnostic(
  severity: Diagnostic["severity"],
  summary: string,
  detail: string,
  place?: Place,
): Diagnostic {
  if (place === undefined) return { severity, summary, detail };
  return { severity, summary, detail, path: typeof place === "string" ? at(place) : place };
}

/** An error that carries the diagnostic for the user. */
export class DiagnosticError extends Error {
  override readonly name = "DiagnosticError";
  readonly diagnostic: Diagnostic;

  constructor(summary: string, detail: string, place?: Place, options?: ErrorOptions) {
    super(`${summary}: ${detail}`, options);
    this.diagnostic = diagnostic("error", summary, detail, place);
  }
}
