import type { Grant, Login } from "./login";
import { bearer, type ProofHeaders } from "./proof-headers";

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
