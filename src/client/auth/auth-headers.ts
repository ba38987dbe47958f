import type { ProofHeaders } from "../request/outgoing";
import type { Proof } from "./credentials";
import type { Grant, Login } from "./login";

/** A key or a ready-made token, which nobody renews. */
export function lastingProof(proof: Exclude<Proof, { kind: "login" }>): ProofHeaders {
  const headers = proof.kind === "api_key" ? { "x-api-key": proof.apiKey } : bearer(proof.token);
  return { inForce: () => true, wait: async () => {}, latest: () => headers };
}

/** A bearer token as a header. */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** The token of a login, whichever is in force. */
export interface LoginProof extends ProofHeaders {
  /** The grant whose token was given last, or null. */
  shown(): Grant | null;
}

/** The tokens of a login, for one request. */
export function loginProof(login: Login): LoginProof {
  let last: Grant | null = null;
  return {
    inForce: () => login.current() !== null,
    async wait(patience) {
      last = await login.grant(patience);
    },
    latest() {
      last = login.current() ?? last;
      return last === null ? {} : bearer(last.token);
    },
    shown: () => last,
  };
}
