import { type Listening, quirks, startOptions } from "../../simulator";
import { wrapped } from "../wrapped";

interface ShownOption {
  readonly argument: string;
  readonly kind: { readonly placeholder: string; readonly choices?: readonly unknown[] };
  readonly value?: unknown;
  readonly help: string;
}

const port: ShownOption = {
  argument: "port",
  kind: { placeholder: "N" },
  help: "Listens on this port; 0, the default, takes a free one.",
};

/** The options of the command `simulator`, by what they are about. */
export function simulatorOptions(): string {
  const areas = new Map<string, ShownOption[]>([["Start", [port, ...Object.values(startOptions)]]]);
  for (const quirk of Object.values(quirks)) {
    areas.set(quirk.area, [...(areas.get(quirk.area) ?? []), quirk]);
  }
  const sections = [...areas].map(([area, options]) => `${area}:\n${options.map(optionHelp).join("")}`);
  return `${sections.join("\n")}
A control page at its address shows the channels and the requests, and sets these options and faults while it runs.`;
}

function optionHelp({ argument, kind, help, value }: ShownOption): string {
  const synopsis = `--${argument} ${kind.placeholder}`.trimEnd();
  return wrapped(`${help}${choicesOf(kind.choices, value)}`, 84)
    .map((line, index) => `  ${(index === 0 ? synopsis : "").padEnd(27)} ${line}\n`)
    .join("");
}

function choicesOf(choices: readonly unknown[] | undefined, value: unknown): string {
  if (choices === undefined) return typeof value === "number" && value > 0 ? ` Default: ${value}.` : "";
  return ` KIND: ${choices.map((one) => (one === value ? `${one} (default)` : one)).join(", ")}.`;
}

/** What a person needs to use a simulator that has just started. */
export function simulatorGreeting(listening: Listening, ctwaField: string | null): string {
  const variables: readonly (readonly [name: string, value: string | null])[] = [
    ["HUB_BASE_URL", listening.hubBaseUrl],
    ["SIGNALS_BASE_URL", listening.signalsBaseUrl],
    ["PARTNER_ID", "examplePA"],
    ["USERNAME", "partner@example.com"],
    ["PASSWORD", "example-password"],
    ["CTWA_STATUS_FIELD", ctwaField],
  ];
  const exports = variables.flatMap(([name, value]) =>
    value === null ? [] : [`export DIALOG360_${name}=${value}`],
  );
  return [
    `360dialog, simulated, at ${listening.url} (Ctrl-C ends it). In the shell that runs terraform:`,
    "",
    ...exports,
    "",
    `Show its channels, and change one behind Terraform's back, in a browser at ${listening.url}/_simulator/ or:`,
    "",
    `curl ${listening.url}/_simulator/channels/exampleCH`,
    `curl -X PATCH ${listening.url}/_simulator/channels/exampleCH -d '{"ctwa": false}'`,
    "",
    "",
  ].join("\n");
}
