import { type Quirk, type QuirkName, quirks } from "./quirks";
import { SimulatorError } from "./simulator-error";

/** The values of all options that can change while the simulator runs; the table of quirks describes each. */
export type Settings = { readonly [Name in QuirkName]: (typeof quirks)[Name]["value"] };

/** What a simulator does when nothing is asked of it. */
export const defaultSettings = Object.fromEntries(
  Object.entries(quirks).map(([name, { value }]) => [name, value]),
) as unknown as Settings;

/** Settings with some of them replaced; undefined leaves one as it was. @throws SimulatorError */
export function changedSettings(settings: Settings, patch: Readonly<Record<string, unknown>>): Settings {
  const changed: Record<string, unknown> = { ...settings };
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    checkOption(name, Object.hasOwn(quirks, name) ? quirks[name as QuirkName] : undefined, value);
    changed[name] = value;
  }
  return changed as unknown as Settings;
}

/** @throws SimulatorError if there is no such option, or its kind does not accept the value */
export function checkOption(
  name: string,
  option: Pick<Quirk<unknown>, "kind"> | undefined,
  value: unknown,
): void {
  if (option === undefined) {
    throw new SimulatorError(
      `There is no option ${name}. There are: ${Object.keys(quirks).join(", ")}.`,
      name,
    );
  }
  if (option.kind.accepts(value)) return;
  const { what, nullable } = option.kind;
  throw new SimulatorError(`Option ${name} must be ${what}${nullable ? ", or null" : ""}.`, name);
}
