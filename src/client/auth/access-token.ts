import type { CallLimits } from "../call";
import type { CredentialChoice, User } from "./credentials";
import type { Login } from "./login";

/** A bearer token that is handed to other programs. */
export interface AccessToken {
  readonly token: string;
  /** Time of expiry, in milliseconds since 1970; null if it is unknown. */
  readonly expiresAt: number | null;
}

/** What handing out a token needs. */
export interface AccessTokenParts {
  readonly credentials: CredentialChoice;
  readonly login: (user: User) => Login;
}

/**
 * Returns the configured token as it is, or a token of the login that stays valid for at least `remainingMs`, if the
 * hub grants that much.
 * @throws CredentialError if the credentials cannot lead to a token; LoginError, NetworkError, StoppedError
 */
export async function getAccessToken(
  { credentials, login }: AccessTokenParts,
  remainingMs: number,
  limits: CallLimits,
): Promise<AccessToken> {
  const auth = credentials.bearer();
  if (auth.kind === "token") return { token: auth.token, expiresAt: null };
  const { token, expiresAt } = await login(auth.user).lasting(remainingMs, limits);
  return { token, expiresAt };
}
