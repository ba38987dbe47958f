import type { CallLimits } from "../call";
import type { CredentialChoice, User } from "./credentials";
import type { Login } from "./login";

/** A bearer token, for whoever else has to show one. */
export interface AccessToken {
  readonly token: string;
  /** When it ends, in milliseconds since 1970; null where that is not known. */
  readonly expiresAt: number | null;
}

/** What handing out a token needs. */
export interface AccessTokenParts {
  readonly credentials: CredentialChoice;
  readonly login: (user: User) => Login;
}

/**
 * The configured token as it is, or one of the login that serves at least so long, where the hub grants that much.
 * @throws CredentialError where the credentials lead to no token; LoginError, NetworkError, StoppedError
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
