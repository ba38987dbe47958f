import { type Diagnostics, isUnknown } from "../../framework";
import { titles } from "../titles";
import { readAuthorities } from "./ca-file";
import { readCredentialsFile } from "./credentials-file";
import { placeOf } from "./read-file";
import { type SettingName, variableOf } from "./schema";
import { CREDENTIALS, type Found, type FoundSettings, findProblem } from "./sources";

/**
 * Adds the credentials of `credentials_file` to the settings. If other credentials are set, the file is not opened. A
 * problem with the file is reported at the setting.
 */
export function withCredentialsFile(found: FoundSettings, diagnostics: Diagnostics): FoundSettings {
  const given = found.get("credentials_file");
  if (given === undefined) return found;
  const others = new Map([...found].filter(([name]) => name !== "credentials_file"));
  if (CREDENTIALS.some((name) => found.has(name))) return others;
  const place = usablePlace("credentials_file", given);
  if (place === undefined) return found;
  const read = readCredentialsFile(place);
  if ("problem" in read) {
    report("credentials_file", given, `names ${place}, which ${read.problem}.`, diagnostics);
    return found;
  }
  for (const [name, value] of read.credentials) {
    const problem = findProblem(name, value);
    if (problem !== undefined) {
      report("credentials_file", given, `names ${place}, whose ${name} ${problem}`, diagnostics);
    }
    others.set(name, { value, source: "file" });
  }
  return others;
}

/** The certificates in `ca_cert_file`. A problem with the file is reported at the setting. */
export function authoritiesFrom(found: FoundSettings, diagnostics: Diagnostics): readonly string[] {
  const given = found.get("ca_cert_file");
  const place = given === undefined ? undefined : usablePlace("ca_cert_file", given);
  if (given === undefined || place === undefined) return [];
  const read = readAuthorities(place);
  if ("pem" in read) return read.pem;
  report("ca_cert_file", given, `names ${place}, which ${read.problem}.`, diagnostics);
  return [];
}

/** The absolute path; undefined if it is not known yet, or invalid: then its validator reports it. */
function usablePlace(name: SettingName, { value }: Found): string | undefined {
  if (isUnknown(value) || findProblem(name, value) !== undefined) return undefined;
  return placeOf(String(value));
}

function report(name: SettingName, given: Found, problem: string, diagnostics: Diagnostics): void {
  diagnostics.error(
    titles.invalidValue(name),
    `${name} (${variableOf(name)}) ${problem}`,
    given.source === "configuration" ? name : undefined,
  );
}
