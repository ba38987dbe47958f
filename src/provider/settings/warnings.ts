import type { Diagnostics } from "../../framework";
import { titles } from "../titles";
import { baseUrlWarnings } from "./base-url";
import { placeOf, problemOfTarget } from "./read-file";
import { type SettingName, variableOf } from "./schema";
import { CREDENTIALS, type FoundSettings, type Source } from "./sources";

/** Warns of valid but unusual values among the settings of one source. */
export function warnOfSettings(found: FoundSettings, from: Source, diagnostics: Diagnostics): void {
  for (const api of ["hub", "signals"] as const) {
    const name = `${api}_base_url` as const;
    const url = textFrom(found, name, from);
    const place = from === "environment" ? `${variableOf(name)}: ` : "";
    for (const [title, text] of url === undefined ? [] : baseUrlWarnings(url, api)) {
      diagnostics.warning(title, place + text, from === "configuration" ? name : undefined);
    }
  }
  for (const name of ["progress_path", "usage_report_path"] as const) {
    warnOfTarget(name, found, from, diagnostics);
  }
}

/** Warns of a `credentials_file` that is not read because the provider block sets credentials too. */
export function warnOfUnreadFile(found: FoundSettings, diagnostics: Diagnostics): void {
  const first = CREDENTIALS.find((name) => found.has(name));
  if (first === undefined || !found.has("credentials_file")) return;
  diagnostics.warning(
    titles.credentialsFileIgnored,
    `The provider block sets ${first} too. Credentials come from one source: the configuration, else the environment, else the file. Remove one of the two settings.`,
    "credentials_file",
  );
}

/** Files that are written beside the work, with the title of a warning and what will be missing. */
const TARGETS = {
  progress_path: [titles.progressFailed, "progress file"],
  usage_report_path: [titles.usageReportFailed, "report"],
} as const;

function warnOfTarget(
  name: keyof typeof TARGETS,
  found: FoundSettings,
  from: Source,
  diagnostics: Diagnostics,
): void {
  const [title, what] = TARGETS[name];
  const given = textFrom(found, name, from);
  if (given === undefined || given.includes("\0")) return;
  const problem = problemOfTarget(placeOf(given));
  if (problem === undefined) return;
  diagnostics.warning(
    title,
    `${name} (${variableOf(name)}) names ${placeOf(given)}, which ${problem}. All else works; only the ${what} will be missing.`,
    from === "configuration" ? name : undefined,
  );
}

function textFrom(found: FoundSettings, name: SettingName, from: Source): string | undefined {
  const setting = found.get(name);
  return setting?.source === from && typeof setting.value === "string" ? setting.value : undefined;
}
