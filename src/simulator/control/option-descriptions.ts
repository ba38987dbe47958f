import { type Area, type QuirkName, quirks } from "../world";

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
