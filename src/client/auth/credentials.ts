import type { Secrets } from "../../secrets/secrets";
import type { ApiName } from "../base-urls";
import { CredentialError } from "../errors";
import type { Credentials } from "../settings";

/** A user of the hub who can log in. */
export interface User {
  readonly username: string;
  readonly password: string;
}

/** The credentials that requests to one API carry. */
export type ChosenCredentials =
  | { readonly kind: "api_key"; readonly apiKey: string }
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "login"; readonly user: User };

/** The credentials for each API, chosen once from the settings. */
export interface CredentialChoice {
  /** @throws CredentialError if no credential fits this API */
  for(api: ApiName): ChosenCredentials;
  /** The bearer token, or the login that yields one. @throws CredentialError if there is neither */
  bearer(): Exclude<ChosenCredentials, { readonly kind: "api_key" }>;
}

/** Cleans the credentials and registers the secrets among them. An invalid credential is reported on first use. */
export function chooseCredentials(given: Credentials, secrets: Secrets): CredentialChoice {
  const apiKey = trimmed(given.apiKey);
  const token = trimmed(given.accessToken).replace(/^bearer\s+/i, "");
  const username = trimmed(given.username);
  // Spaces may belong to a password; the line break at the end of a file does not.
  const password = (given.password ?? "").replace(/[\r\n]+$/, "");
  for (const secret of [apiKey, token, password]) secrets.add(secret);

  function bearer(fault: string): ReturnType<CredentialChoice["bearer"]> {
    if (token !== "") return { kind: "token", token: sendable(token, "access token") };
    if (username !== "" && password !== "") return { kind: "login", user: { username, password } };
    if (username !== "" || password !== "") {
      const missing = username === "" ? "user name" : "password";
      throw new CredentialError(
        `To log in, user name and password are both needed; the ${missing} is missing.`,
      );
    }
    throw new CredentialError(fault);
  }

  return {
    for: (api) =>
      api === "hub" && apiKey !== ""
        ? { kind: "api_key", apiKey: sendable(apiKey, "API key") }
        : bearer(apiKey === "" ? NOTHING[api] : KEY_ALONE),
    bearer: () => bearer(apiKey === "" ? NOTHING.token : TOKEN_BY_KEY),
  };
}

const KEY_ALONE =
  "The Signals API takes bearer tokens only, and an API key alone cannot get one. " +
  "Give user name and password, or an access token; the API key can stay for the hub.";

const TOKEN_BY_KEY =
  "A bearer token is wanted, and an API key alone cannot get one. Give user name and password, or an access token.";

const NOTHING: Readonly<Record<ApiName | "token", string>> = {
  hub: "The hub needs credentials: user name and password, an access token, or an API key.",
  signals: "The Signals API needs credentials: user name and password, or an access token.",
  token: "A bearer token is wanted: that needs user name and password, or an access token.",
};

function trimmed(value: string | null | undefined): string {
  return (value ?? "").trim();
}

// The HTTP library would also refuse these, but its message would repeat the header.
function sendable(secret: string, name: string): string {
  if (/^[\x21-\x7e]+$/.test(secret)) return secret;
  throw new CredentialError(
    `The ${name} holds characters that cannot be sent, a space or a line break perhaps.`,
  );
}
