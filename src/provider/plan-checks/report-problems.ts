import { at, type Context, type Diagnostic } from "../../framework";
import { explain } from "../explain";
import type { Session } from "../session";

/** What a check at plan needs of the operation. */
export type CheckContext = Pick<Context<Session>, "client" | "signal" | "deadline" | "diagnostics">;

/** Something that apply would refuse; `plan_checks` decides whether it is an error or a warning. */
export type Problem = Omit<Diagnostic, "severity">;

/** A problem at an attribute. */
export function problemAt(attribute: string, summary: string, detail: string): Problem {
  return { summary, detail, path: at(attribute) };
}

/** Adds what a check finds, or why it could not ask, with the severity that the setting `plan_checks` says. */
export async function reportProblems(
  context: CheckContext,
  find: () => Promise<readonly Problem[]>,
): Promise<void> {
  const { client: session, diagnostics } = context;
  const severity = session.checks.mode;
  if (severity === "off") return;
  try {
    diagnostics.add(...(await find()).map((found) => ({ ...found, severity })));
  } catch (error) {
    const failure = unchecked(error, context);
    if (session.checks.isNews(failure.detail)) diagnostics.add({ ...failure, severity });
  }
}

/**
 * The diagnostic if 360dialog cannot be asked.
 * @throws the error if it is not a failure of 360dialog
 */
function unchecked(error: unknown, { signal }: CheckContext): Diagnostic {
  const failure = signal.aborted ? undefined : explain(error);
  // The framework reports timeouts and stops.
  if (failure === undefined) throw error;
  return { ...failure, detail: `${failure.detail}\n\n${WITHOUT_CHECKS}` };
}

const WITHOUT_CHECKS =
  'This plan was not checked. A plan asks 360dialog about what it creates, replaces or switches, because apply would meet the same failure. plan_checks = "off" (DIALOG360_PLAN_CHECKS) plans without asking.';
