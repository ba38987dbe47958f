import { DRIFT, FINDINGS, type Finding } from "../../comparison";
import { repeatManaged } from "../managed/repeat-managed";
import { parseArguments, strangeValue, UsageError, wordsOf } from "../usage-error";
import { type FormatName, formats } from "./formats/formats";

/** What `report` was asked to do. */
export interface ReportArguments {
  /** Places of states, "-" for standard input; null if another source was named. */
  readonly managed: readonly string[] | null;
  readonly plan: string | null;
  readonly declared: string | null;
  readonly ignore: string | null;
  readonly failOn: ReadonlySet<Finding>;
  readonly formats: readonly FormatName[];
  /** A file for one format, the beginning of their names for several; null if none was named. */
  readonly out: string | null;
  /** Whether only the plan is summed up. */
  readonly offline: boolean;
}

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;

/** Beginning of the names of several files, where `--out` names none. */
export const DEFAULT_OUT = "ctwa-tracking-report";

/** Reads the arguments. @throws UsageError for one that makes no sense */
export function parseReportArguments(argv: readonly string[]): ReportArguments {
  const given = parseArguments(repeatManaged(argv), {
    ...{ managed: texts, plan: text, declared: text, ignore: text, out: text },
    ...{ "fail-on": texts, format: texts, offline: { type: "boolean" } as const },
  });
  const { managed, plan = null, declared = null, ignore = null, out = null } = given;
  const offline = given.offline ?? false;
  const chosen = chosenOf("format", given.format ?? ["table"], Object.keys(formats)) as FormatName[];
  checkSources({ managed, plan, declared, ignore });
  if (out === "") throw new UsageError("--out is empty (an unset variable?).");
  if (out === "-" && chosen.length > 1) throw new UsageError("--out - takes one format; several need files.");
  if (offline) checkOffline(plan, chosen);
  return {
    ...{ managed: managed ?? null, plan, declared, ignore, formats: chosen, out, offline },
    failOn: failOnOf(given["fail-on"], plan !== null),
  };
}

interface Sources {
  readonly managed: readonly string[] | undefined;
  readonly plan: string | null;
  readonly declared: string | null;
  readonly ignore: string | null;
}

function checkSources({ managed, plan, declared, ignore }: Sources): void {
  const named = [managed, plan, declared].filter((source) => source !== null && source !== undefined);
  if (named.length !== 1) {
    throw new UsageError(
      "Say what is declared, with one of: --managed FILE (again for several), --plan FILE, --declared FILE.",
    );
  }
  const files = [...(managed ?? []), plan, declared, ignore];
  if (files.includes("")) throw new UsageError("The name of a file is empty (an unset variable?).");
  if (files.filter((file) => file === "-").length > 1) {
    throw new UsageError("Only one source can be standard input (-).");
  }
}

function checkOffline(plan: string | null, chosen: readonly FormatName[]): void {
  if (plan === null) throw new UsageError("--offline sums up a plan: name it with --plan FILE.");
  const needing = chosen.find((name) => formats[name].needsHub);
  if (needing !== undefined) {
    throw new UsageError(`--format ${needing} shows what the hub lists; leave --offline out.`);
  }
}

/** A plan is made to change something: its summary fails only if that is asked for. */
function failOnOf(given: readonly string[] | undefined, isPlan: boolean): ReadonlySet<Finding> {
  if (given === undefined) return isPlan ? new Set() : DRIFT;
  const choices = ["none", ...FINDINGS.filter((finding) => finding !== "as-declared")];
  const words = chosenOf("fail-on", given, choices);
  if (words.includes("none") && words.length > 1) throw new UsageError("--fail-on none stands alone.");
  return new Set(words.filter((word): word is Finding => word !== "none"));
}

function chosenOf(option: string, given: readonly string[], choices: readonly string[]): string[] {
  const words = wordsOf(given);
  const strange = words.find((word) => !choices.includes(word));
  if (strange !== undefined) throw strangeValue(option, strange, choices);
  return [...new Set(words)];
}

/** The lines that `report --help` prints. */
export function reportOptions(): string {
  return `What is declared, one of:
  --managed FILE…   states: the output of "terraform show -json", any number of files, and of states
                    in a file
  --plan FILE       a plan: the output of "terraform show -json PLAN"; its summary comes first
  --declared FILE   JSON or CSV with the columns channel, client (may be empty) and tracking (on, off)
In place of a FILE, - is standard input.

What counts:
  --fail-on LIST    findings that end the command with exit code 2, or none; by default
                    ${[...DRIFT].join(", ")};
                    none with --plan. Others: ${FINDINGS.filter((one) => !DRIFT.has(one) && one !== "as-declared").join(", ")}
  --ignore FILE     JSON or CSV with the columns channel or client, reason and until (the last day,
                    such as 2026-12-31): what does not count until then

What is written:
  --format LIST     ${Object.keys(formats).join(", ")}; table by default
  --out PATH        the file, or - for standard output (default); with several formats, the beginning
                    of the files' names (default ./${DEFAULT_OUT}). Files that exist are replaced
  --offline         with --plan: only the summary of the plan, without the hub

It logs in with the provider's variables (DIALOG360_PARTNER_ID, DIALOG360_USERNAME, DIALOG360_PASSWORD
and the others), and it can only read: one request per 1,000 channels.`;
}
