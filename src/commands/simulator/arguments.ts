import { type Kind, quirks, type SimulatorOptions, startOptions } from "../../simulator";
import { parseArguments, UsageError } from "../usage-error";

/** What the arguments of the command `simulator` ask for. */
export interface SimulatorArguments {
  /** 0: a free one. */
  readonly port: number;
  readonly options: SimulatorOptions;
}

type AnyKind = Pick<Kind<unknown>, "input" | "what" | "accepts" | "read">;

const port: AnyKind = {
  input: "number",
  what: "a port from 0 to 65535",
  accepts: (value) => Number(value) <= 65_535,
  read: (text) => (/^\d{1,5}$/.test(text) ? Number(text) : undefined),
};

const optionsByArgument = Object.entries({ ...startOptions, ...quirks });

/** Reads the words after `simulator`. @throws UsageError */
export function parseSimulatorArguments(argv: readonly string[]): SimulatorArguments {
  const values = parsed(argv);
  const given = optionsByArgument.flatMap(([option, { argument, kind }]) => {
    const typed = values[argument];
    return typed === undefined
      ? []
      : [[option, typeof typed === "boolean" ? typed : read(typed, argument, kind)]];
  });
  const portText = values["port"];
  return {
    port: typeof portText === "string" ? (read(portText, "port", port) as number) : 0,
    options: Object.fromEntries(given),
  };
}

function parsed(argv: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const kinds = optionsByArgument.map(
    ([, { argument, kind }]) => [argument, { type: typeOf(kind) }] as const,
  );
  return parseArguments(argv, { ...Object.fromEntries(kinds), port: { type: typeOf(port) } });
}

function typeOf(kind: AnyKind): "string" | "boolean" {
  return kind.input === "flag" ? "boolean" : "string";
}

function read(text: string, argument: string, kind: AnyKind): unknown {
  const value = kind.read(text);
  if (value !== undefined && kind.accepts(value)) return value;
  throw new UsageError(`--${argument} takes ${kind.what}, not "${text}".`);
}
