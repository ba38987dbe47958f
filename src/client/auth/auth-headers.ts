import type { ApiName } from "../base-urls";
import type { AuthHeaders } from "../request";
import type { ChosenCredentials } from "./credentials";
import type { Login, Token } from "./login";

/** Headers with an API key or a ready-made token, neither of which is renewed. */
export function fixedAuthHeaders(auth: Exclude<ChosenCredentials, { kind: "login" }>): AuthHeaders {
  const headers = auth.kind === "api_key" ? { "x-api-key": auth.apiKey } : bearer(auth.token);
  return { inForce: () => true, wait: async () => {}, latest: () => headers };
}

/** The header that carries a bearer token. */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** Headers with the login's current token. */
export interface LoginAuthHeaders extends AuthHeaders {
  /**
   * Call when the request is over; further calls have no effect.
   * @param accepted whether the API took the token
   * @returns the token that was sent last, or null
   */
  end(api: ApiName, accepted: boolean): Token | null;
}

/** Headers with tokens of a login, for one request. */
export function loginAuthHeaders(login: Login): LoginAuthHeaders {
  let last: Token | null = null;
  /** All tokens that this request was sent with; a retry may carry a newer one. */
  const sent = new Set<Token>();
  return {
    inForce: () => login.current() !== null,
    async wait(limits) {
      last = await login.token(limits);
    },
    latest() {
      last = login.current() ?? last;
      if (last === null) return {};
      if (!sent.has(last)) login.useOf(last).begin();
      sent.add(last);
      return bearer(last.token);
    },
    end(api, accepted) {
      for (const token of sent) login.useOf(token).end(api, accepted && token === last);
      const ended = sent.size > 0 ? last : null;
      sent.clear();
      return ended;
    },
  };
}
