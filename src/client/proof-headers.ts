import type { Patience } from "./call";
import type { Proof } from "./credentials";
import type { Grant, Login } from "./login";

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

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
