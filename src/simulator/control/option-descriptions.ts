import { type Area, type Kind, type QuirkName, quirks, type Settings } from "../world";

/** What a form needs to know of an option. */
export interface OptionDescription {
  readonly option: QuirkName;
  readonly area: Area;
  readonly label: string;
  readonly help: string;
  /** The command-line argument that sets it at the start. */
  readonly argument: string;
  readonly input: string;
  /** Names the values that are accepted. */
  readonly accepts: string;
  readonly default: unknown;
  readonly nullable: boolean;
  readonly choices?: readonly unknown[];
  readonly least?: number;
  readonly most?: number;
}

/** Every option that can change while the simulator runs, in the order of the table of quirks. */
export function describeOptions(): OptionDescription[] {
  return (Object.keys(quirks) as QuirkName[]).map((option) => {
    const { area, label, help, argument, value, kind } = quirks[option];
    const { input, what, nullable, choices, least, most } = kind;
    return {
      ...{ option, area, label, help, argument: `--${argument}`, input, accepts: what },
      ...{ default: value, nullable },
      ...(choices === undefined ? {} : { choices }),
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
    };
  });
}

/** Options with texts read as the command line reads them: "2s", "5/30s"; what means nothing is left to be refused. */
export function readOptions(given: Readonly<Record<string, unknown>>): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      if (typeof value !== "string" || !Object.hasOwn(quirks, name)) return [name, value];
      const kind: Kind<unknown> = quirks[name as QuirkName].kind;
      return [name, kind.accepts(value) ? value : (kind.read(value) ?? value)];
    }),
  );
}
