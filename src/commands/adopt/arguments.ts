import { repeatManaged } from "../managed/repeat-managed";
import { parseArguments, strangeValue, UsageError, wordsOf } from "../usage-error";
import { type Format, formats } from "./formats";
import type { Selection } from "./select-channels";

/** What `adopt` was asked to do. */
export interface AdoptArguments extends Selection {
  readonly format: Format;
  /** A folder, or `-` for standard output. */
  readonly out: string;
  readonly force: boolean;
  readonly managed: readonly string[];
  /** What is declared where the hub reports nothing. */
  readonly unreported: boolean;
}

const list = { type: "string", multiple: true } as const;
const word = { type: "string" } as const;
const flag = { type: "boolean" } as const;

/** Reads the arguments. @throws UsageError for one that makes no sense */
export function parseAdoptArguments(argv: readonly string[]): AdoptArguments {
  const given = parseArguments(repeatManaged(argv), {
    ...{ client: list, state: list, managed: list, "account-mode": word, name: word },
    ...{ as: word, out: word, unreported: word, "tracked-only": flag, force: flag },
  });
  const out = given.out ?? "-";
  if (out === "") throw new UsageError("--out is empty. Name a folder, or - for standard output.");
  const format = given.as ?? "fleet";
  return {
    clientIds: partsOf(given.client),
    states: partsOf(given.state),
    accountMode: chosen("account-mode", given["account-mode"], ["live", "sandbox"]),
    trackedOnly: given["tracked-only"] ?? false,
    name: given.name ?? null,
    format: (chosen("as", format, Object.keys(formats)) ?? "fleet") as Format,
    out,
    force: given.force ?? false,
    managed: given.managed ?? [],
    unreported: chosen("unreported", given.unreported, ["on", "off"]) !== "off",
  };
}

function partsOf(values: readonly string[] = []): readonly string[] {
  return wordsOf(values).filter((word) => word !== "");
}

function chosen(option: string, value: string | undefined, choices: readonly string[]): string | null {
  if (value === undefined || choices.includes(value)) return value ?? null;
  throw strangeValue(option, value, choices);
}

/** The lines that `adopt --help` prints. */
export function adoptOptions(): string {
  return `Which channels:
  --client ID          only channels of this client; again, or with commas, for several
  --account-mode MODE  only live or only sandbox channels
  --state STATE        only channels with this status, such as verified; again for several
  --tracked-only       only channels that the hub reports as tracked
  --name TEXT          only channels whose name, or whose client's name, contains the text
  --managed FILE…      leaves out what states manage: the output of "terraform show -json", any
                       number of files, and of states in a file; - is standard input
What is written:
  --as fleet           one fleet for each client, each in a file of its own (default)
  --as blocks          a resource for each channel, with an import block
  --as cdktf, cdktn    environments.ts, with the fleets for the library's constructs
  --as csv, json       a table of the channels
  --unreported off     declares channels whose tracking the hub does not report as off, not on
  --out DIR            the folder to write to, or - for standard output (default)
  --force              replaces files that exist

It logs in with the provider's variables (DIALOG360_PARTNER_ID, DIALOG360_USERNAME, DIALOG360_PASSWORD
and the others), and it can only read. A summary by client goes to standard error.`;
}
