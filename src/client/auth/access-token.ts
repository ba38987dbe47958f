import type { Patience } from "../call";
import type { Proofs, User } from "./credentials";
import type { Login } from "./login";

/** A bearer token, for whoever else has to show one. */
export interface AccessToken {
  readonly token: string;
  /** When it ends, in milliseconds since 1970; null where that is not known. */
  readonly expiresAt: number | null;
}

/** What handing out a token needs. */
export interface AccessTokenParts {
  readonly proofs: Proofs;
  readonly login: (user: User) => Login;
}

/**
 * The configured token as it is, or one of the login that serves at least so long, where the hub grants that much.
 * @throws CredentialError where the credentials lead to no token; LoginError, NetworkError, StoppedError
 */
export async function getAccessToken(
  { proofs, login }: AccessTokenParts,
  remainingMs: number,
  patience: Patience,
): Promise<AccessToken> {
  const proof = proofs.bearer();
  if (proof.kind === "token") return { token: proof.token, expiresAt: null };
  const { token, expiresAt } = await login(proof.user).lasting(remainingMs, patience);
  return { token, expiresAt };
}
