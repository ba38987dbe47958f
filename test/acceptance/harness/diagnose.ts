import type { Workspace } from "./workspace";

/** One message for the user, with the line of the configuration that Terraform shows beside it. */
export interface Shown {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** Address of the resource or provider. */
  readonly address: string | null;
  /** The first line that it points at, without its indentation. */
  readonly line: string | null;
}

/** A run that was asked to tell its messages apart. */
export interface Findings {
  readonly code: number | null;
  readonly errors: readonly Shown[];
  readonly warnings: readonly Shown[];
  readonly output: string;
}

/** Runs `validate`, `plan` or another command that knows `-json`, and collects what it reports. */
export async function diagnose(workspace: Workspace, ...args: readonly string[]): Promise<Findings> {
  const [command = "", ...rest] = args;
  const { code, stdout, output } = await workspace.run(command, "-json", ...rest);
  const all = diagnosticsIn(stdout).filter(({ summary }) => !summary.startsWith("Provider development"));
  const found = all.map(
    ({ severity, summary, detail, address, snippet }): Shown => ({
      severity,
      summary,
      detail: detail ?? "",
      address: address ?? null,
      line: snippet?.code.split("\n")[0]?.trim() ?? null,
    }),
  );
  return {
    code,
    output,
    errors: found.filter(({ severity }) => severity === "error"),
    warnings: found.filter(({ severity }) => severity === "warning"),
  };
}

/** A diagnostic as the binary tells it. */
export interface DiagnosticJson {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly snippet?: { readonly code: string };
}

/** `validate` prints one object, the other commands one line per event. */
export function diagnosticsIn(stdout: string): readonly DiagnosticJson[] {
  if (!stdout.startsWith('{"@')) return (JSON.parse(stdout) as { diagnostics: DiagnosticJson[] }).diagnostics;
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { diagnostic?: DiagnosticJson })
    .flatMap(({ diagnostic }) => diagnostic ?? []);
}
