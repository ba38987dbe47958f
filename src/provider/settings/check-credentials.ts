import type { Diagnostics } from "../../framework";
import { type SettingName, variableOf } from "./schema";
import { CREDENTIALS, type FoundSettings, type Source } from "./sources";

/**
 * Reports credentials that conflict or are incomplete. An unknown value counts as set. All of them come from one
 * source, see `findSettings`.
 */
export function checkCredentials(found: FoundSettings, diagnostics: Diagnostics): void {
  const source = CREDENTIALS.map((name) => found.get(name)?.source).find((one) => one !== undefined);
  if (source === undefined) return;
  const login = (["username", "password"] as const).filter((name) => found.has(name));
  if (found.has("access_token") && login.length > 0) {
    const names = listed([...login, "access_token"], source);
    diagnostics.error(
      "Conflicting credentials",
      `${PLACE[source]} sets ${names}. Either of them gives a bearer token, and the provider cannot tell which one to use. Keep either access_token or username and password. An api_key may be set as well.`,
    );
  } else if (login.length === 1) {
    const missing = login[0] === "username" ? "password" : "username";
    diagnostics.error(
      "Incomplete credentials",
      `${PLACE[source]} sets ${listed(login, source)} without ${listed([missing], source)}. ${COMPLETE[source]}`,
    );
  }
}

/** Reports that there is no credential at all. */
export function checkPresence(found: FoundSettings, diagnostics: Diagnostics): void {
  if (CREDENTIALS.some((name) => found.has(name)) || found.has("credentials_file")) return;
  diagnostics.error(
    "Missing credentials",
    [
      "The provider needs one of these credentials for 360dialog:",
      ...WAYS.map(
        ([names, use]) => `  - ${names.join(" and ")} (${names.map(variableOf).join(", ")}): ${use}`,
      ),
      "Set it in the provider block or in the environment variables named in parentheses. An empty variable counts as unset.",
    ].join("\n"),
  );
}

const WAYS: readonly (readonly [readonly SettingName[], string])[] = [
  [["username", "password"], "the provider logs in by itself; for the Partner Hub and Signals"],
  [["access_token"], "a bearer token that you already have; for both, until it expires"],
  [["api_key"], "a Partner API key; for the Partner Hub only"],
  [["credentials_file"], "a JSON file that holds any of them"],
];

const PLACE: Readonly<Record<Source, string>> = {
  configuration: "The provider block",
  environment: "The environment",
  file: "The file that credentials_file (DIALOG360_CREDENTIALS_FILE) names",
};

const COMPLETE: Readonly<Record<Source, string>> = {
  configuration:
    "Set both here, or neither. If the provider block sets any credential, the provider ignores all credentials of the environment (DIALOG360_USERNAME, DIALOG360_PASSWORD, DIALOG360_ACCESS_TOKEN, DIALOG360_API_KEY).",
  environment: "Set both, or neither.",
  file: "Put both into the file, or neither.",
};

const NAMED: Readonly<Record<Source, (name: SettingName) => string>> = {
  configuration: (name) => `${name} (${variableOf(name)})`,
  environment: variableOf,
  file: (name) => name,
};

function listed(names: readonly SettingName[], source: Source): string {
  const [last, ...rest] = names.map((name) => NAMED[source](name)).reverse();
  return rest.length === 0 ? (last ?? "") : `${rest.reverse().join(", ")} and ${last}`;
}
