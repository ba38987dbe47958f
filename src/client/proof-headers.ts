import type { Patience } from "./call";
import type { Proof } from "./credentials";

/** Headers that prove who sends a request, as of the moment at which it is sent: a token may end while it waits. */
export interface ProofHeaders {
  /** Whether there are some, and they are in force. */
  inForce(): boolean;
  /** Waits until there are some. @throws LoginError, NetworkError, StoppedError when there are none to be had */
  wait(patience: Patience): Promise<void>;
  /** Those in force, or else the last ones. */
  latest(): Readonly<Record<string, string>>;
}

/** A key or a ready-made token, which nobody renews. */
export function lastingProof(proof: Exclude<Proof, { kind: "login" }>): ProofHeaders {
  const headers = proof.kind === "api_key" ? { "x-api-key": proof.apiKey } : bearer(proof.token);
  return { inForce: () => true, wait: async () => {}, latest: () => headers };
}

/** A bearer token as a header. */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
