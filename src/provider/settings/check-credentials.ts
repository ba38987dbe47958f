import type { Diagnostics } from "../../framework";
import { type SettingName, variableOf } from "./schema";
import { CREDENTIALS, type FoundSettings, type Source } from "./sources";

/**
 * Reports credentials that contradict each other or are only half there; unknown counts as there.
 * All found ones come from one source, see `findSettings`.
 */
export function checkCredentials(found: FoundSettings, diagnostics: Diagnostics): void {
  const source = CREDENTIALS.map((name) => found.get(name)?.source).find((one) => one !== undefined);
  if (source === undefined) return;
  const login = (["username", "password"] as const).filter((name) => found.has(name));
  if (found.has("access_token") && login.length > 0) {
    const names = listed([...login, "access_token"], source);
    diagnostics.error(
      "Conflicting credentials",
      `${PLACE[source]} sets ${names}. Both are ways to get a bearer token, and which one is meant cannot be told. Keep either access_token or username and password. An api_key may stand beside either of them.`,
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
      "The provider needs one of these to talk to 360dialog:",
      ...WAYS.map(
        ([names, use]) => `  - ${names.join(" and ")} (${names.map(variableOf).join(", ")}): ${use}`,
      ),
      "Set it in the provider block or in the environment variables named in parentheses. An empty variable counts as unset.",
    ].join("\n"),
  );
}

const WAYS: readonly (readonly [readonly SettingName[], string])[] = [
  [["username", "password"], "the provider logs in by itself; good for the Partner Hub and for Signals"],
  [["access_token"], "a ready-made bearer token; good for both, until it expires"],
  [["api_key"], "a Partner API key; good for the Partner Hub alone"],
  [["credentials_file"], "a JSON file that holds any of them"],
];

const PLACE: Readonly<Record<Source, string>> = {
  configuration: "The provider block",
  environment: "The environment",
  file: "The file that credentials_file (DIALOG360_CREDENTIALS_FILE) names",
};

const COMPLETE: Readonly<Record<Source, string>> = {
  configuration:
    "The two belong together. Once the provider block names any credential, those of the environment (DIALOG360_USERNAME, DIALOG360_PASSWORD, DIALOG360_ACCESS_TOKEN, DIALOG360_API_KEY) are ignored as a group: set both here, or neither.",
  environment: "The two belong together: set both, or neither.",
  file: "The two belong together: put both into it, or neither.",
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
