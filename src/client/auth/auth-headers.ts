import type { ApiName } from "../base-urls";
import type { AuthHeaders } from "../request";
import type { ChosenCredentials } from "./credentials";
import type { Login, Token } from "./login";

/** A key or a ready-made token, which nobody renews. */
export function fixedAuthHeaders(auth: Exclude<ChosenCredentials, { kind: "login" }>): AuthHeaders {
  const headers = auth.kind === "api_key" ? { "x-api-key": auth.apiKey } : bearer(auth.token);
  return { inForce: () => true, wait: async () => {}, latest: () => headers };
}

/** A bearer token as a header. */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** The token of a login, whichever is in force. */
export interface LoginAuthHeaders extends AuthHeaders {
  /**
   * The request is over; may be called again without effect.
   * @param accepted whether the API took the token
   * @returns the token that was sent last, or null
   */
  end(api: ApiName, accepted: boolean): Token | null;
}

/** The tokens of a login, for one request. */
export function loginAuthHeaders(login: Login): LoginAuthHeaders {
  let last: Token | null = null;
  /** The tokens that were sent, since a request is sent again after a failure. */
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
