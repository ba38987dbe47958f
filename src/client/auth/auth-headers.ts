import type { ApiName } from "../base-urls";
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
  /**
   * The request is over; may be called again without effect.
   * @param accepted whether the API took the token
   * @returns the grant whose token was sent last, or null
   */
  end(api: ApiName, accepted: boolean): Grant | null;
}

/** The tokens of a login, for one request. */
export function loginProof(login: Login): LoginProof {
  let last: Grant | null = null;
  /** The tokens that were sent, since a request is sent again after a failure. */
  const sent = new Set<Grant>();
  return {
    inForce: () => login.current() !== null,
    async wait(patience) {
      last = await login.grant(patience);
    },
    latest() {
      last = login.current() ?? last;
      if (last === null) return {};
      if (!sent.has(last)) login.useOf(last).begin();
      sent.add(last);
      return bearer(last.token);
    },
    end(api, accepted) {
      for (const grant of sent) login.useOf(grant).end(api, accepted && grant === last);
      const ended = sent.size > 0 ? last : null;
      sent.clear();
      return ended;
    },
  };
}
