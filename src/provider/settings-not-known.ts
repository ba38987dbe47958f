import { DiagnosticError } from "../framework";

/** What to say where 360dialog is to be asked before settings are known. */
export function settingsNotKnown(names: readonly string[]): DiagnosticError {
  const values = names.length === 1 ? "Its value comes" : "Their values come";
  const them = names.length === 1 ? "it is" : "they are";
  return new DiagnosticError(
    "Provider settings are not known yet",
    `To ask 360dialog, the provider needs ${names.join(", ")}. ${values} from something that is created in this same apply, so ${them} not known while planning. Create that first (for example with -target), or give the value in another way: a variable, or the environment.`,
  );
}
