import type { Secrets } from "../../secrets/secrets";
import type { ApiName } from "../base-urls";
import type { CallLimits } from "../call";
import type { Clock } from "../clock";
import { DecodeError, LoginError } from "../errors";
import { buildTarget, type Target } from "../http";
import { countIn, isJsonObject, textIn } from "../json";
import type { Reply, Send } from "../request";
import { describeRefusal, readJson } from "../request";
import { SingleFlight } from "../single-flight";
import type { User } from "./credentials";
import { RenewalBudget, TokenUse } from "./token-use";

/** A token with its lifetime. */
export interface Token {
  readonly token: string;
  /** Time from which a new token is requested, in milliseconds since 1970. */
  readonly renewAt: number;
  /** Time at which it was issued, in milliseconds since 1970. */
  readonly issuedAt: number;
  /** Time of expiry, in milliseconds since 1970; null if the hub did not report it. */
  readonly expiresAt: number | null;
}

/** The tokens of one user: requested on first use, cached, and renewed. */
export interface Login {
  /** @throws LoginError if the hub refuses; after a final refusal it is not asked again */
  token(limits: CallLimits): Promise<Token>;
  /** The valid token; null if there is none, so that callers have to wait for a login. */
  current(): Token | null;
  /** A token that stays valid for `remainingMs`. If the hub grants less, the token is a new one. */
  lasting(remainingMs: number, limits: CallLimits): Promise<Token>;
  /** The use of a token: the requests that carried it. */
  useOf(token: Token): TokenUse;
  /**
   * Logs in again after an API refused this token.
   * @returns false if that is pointless: the token was fresh from the login, or the API refuses every token
   */
  renew(api: ApiName, refused: Token, limits: CallLimits): Promise<boolean>;
}

/** What logging in needs. */
export interface LoginParts {
  readonly send: Send;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly hubBaseUrl: string;
  readonly user: User;
}

const FRESH_MS = 60_000;

/** Makes the login that yields tokens for both APIs. */
export function createLogin(parts: LoginParts): Login {
  const target = () => buildTarget(parts.hubBaseUrl, ["token"]);
  const tokens = new SingleFlight<Token>({
    clock: parts.clock,
    load: (limits) => logIn(parts, target(), limits),
    serves: (token) => parts.clock.now() < token.renewAt,
    isFinal: (error) => error instanceof LoginError && error.final,
  });
  const uses = new WeakMap<Token, TokenUse>();
  const budget = new RenewalBudget(parts.clock);
  const useOf = (token: Token): TokenUse => {
    const use = uses.get(token) ?? new TokenUse();
    uses.set(token, use);
    return use;
  };
  // A fresh token has served no request since its login, so its age is not the reason for the refusal.
  const isFresh = (token: Token) =>
    useOf(token).served.size === 0 && parts.clock.now() - token.issuedAt < FRESH_MS;
  const isReplaced = (token: Token) => tokens.current !== null && tokens.current !== token;
  return {
    useOf,
    token: (limits) => tokens.get(limits),
    current: () => tokens.current,
    async lasting(remainingMs, limits) {
      const now = parts.clock.now();
      const token = await tokens.get(limits);
      const { issuedAt, expiresAt } = token;
      if (expiresAt === null || expiresAt - now >= remainingMs || issuedAt >= now) return token;
      tokens.forget(token);
      return tokens.get(limits);
    },
    async renew(api, refused, limits) {
      const use = useOf(refused);
      await use.settled(limits.signal);
      if (isReplaced(refused)) return true;
      // If the API refuses a fresh token, it will refuse the next one as well.
      if (isFresh(refused)) use.renewedFor.add(api);
      const refusesAll = use.renewedFor.has(api) && !use.served.has(api);
      if (refusesAll || !(await budget.take(limits))) return false;
      if (isReplaced(refused)) return true;
      tokens.forget(refused);
      const next = await tokens.get(limits);
      useOf(next).renewedFor.add(api);
      return next !== refused;
    },
  };
}

async function logIn(parts: LoginParts, target: Target, limits: CallLimits): Promise<Token> {
  const reply = await parts.send(
    {
      target,
      method: "POST",
      priority: "login",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(parts.user),
    },
    limits,
  );
  if (reply.judgement.verdict !== "accepted") throw refused(reply, target, parts.secrets);
  const token = readToken(reply, target, parts.clock);
  parts.secrets.add(token.token);
  return token;
}

function refused(reply: Reply, target: Target, secrets: Secrets): LoginError {
  const refusal = { api: "hub", purpose: "login", credential: null, method: "POST", target, reply } as const;
  const { verdict, outcomeKnown } = reply.judgement;
  // A wrong password or a wrong address is permanent; a server failure may pass.
  const final = outcomeKnown && verdict !== "transient" && verdict !== "throttled";
  return new LoginError(describeRefusal(refusal, secrets), final);
}

function readToken(reply: Reply, target: Target, clock: Clock): Token {
  let body: unknown = null;
  try {
    body = readJson(reply.http);
  } catch {
    // A body that is not JSON is reported below, like every other body without a token.
  }
  const token = isJsonObject(body) ? textIn(body, "access_token")?.trim() : undefined;
  if (!isJsonObject(body) || !token) {
    // The body is not shown, since it may hold a token under another name.
    const problem = "the login was answered without an access_token; check the base URL of the hub";
    throw new DecodeError({ path: target.path, status: reply.http.status, problem, excerpt: "" });
  }
  // A lifetime of zero seconds counts as not reported.
  const lifetime = countIn(body, "expires_in") || null;
  // The lifetime began between sending and receiving. The earlier end is the safe one.
  const expiresAt = lifetime === null ? null : reply.sentAt + lifetime * 1000;
  const renewAt = reply.sentAt + renewAfter(lifetime, clock.random());
  return { token, issuedAt: clock.now(), expiresAt, renewAt };
}

/**
 * Milliseconds after which a token is renewed: 30 to 60 s before its expiry, or 5 to 10 % of a short lifetime before
 * it. The random part keeps processes that began together from renewing together. If the hub reports no lifetime, a
 * token is never renewed before a 401.
 */
function renewAfter(lifetime: number | null, random: number): number {
  if (lifetime === null) return Number.POSITIVE_INFINITY;
  const ahead = Math.min(60, lifetime / 10) * (0.5 + random / 2);
  return (lifetime - ahead) * 1000;
}
