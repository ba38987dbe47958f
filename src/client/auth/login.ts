import type { ApiName } from "../base-urls";
import type { CallLimits } from "../call";
import type { Clock } from "../clock";
import { DecodeError, LoginError } from "../errors";
import { buildTarget, type Target } from "../http";
import { countIn, isJsonObject, textIn } from "../json";
import type { Reply, Send } from "../request";
import { describeRefusal, readJson } from "../request";
import type { Secrets } from "../secrets";
import { SingleFlight } from "../single-flight";
import type { User } from "./credentials";
import { RenewalBudget, TokenUse } from "./token-use";

/** A token and how long it serves. */
export interface Token {
  readonly token: string;
  /** Time after which a new one is asked for, in milliseconds since 1970. */
  readonly renewAt: number;
  /** When it was handed out, in milliseconds since 1970. */
  readonly issuedAt: number;
  /** When it ends, in milliseconds since 1970; null where the hub did not say. */
  readonly expiresAt: number | null;
}

/** The tokens of one user: asked for on first use, kept, and renewed. */
export interface Login {
  /** @throws LoginError when the hub refuses; a final refusal is not asked for again */
  token(limits: CallLimits): Promise<Token>;
  /** The valid token; null where a login has to be waited for. */
  current(): Token | null;
  /** A token that stays valid for `remainingMs`; where the hub grants less, a new one. */
  lasting(remainingMs: number, limits: CallLimits): Promise<Token>;
  /** Counts the requests that carried a token. */
  useOf(token: Token): TokenUse;
  /**
   * Logs in again after an API refused this token.
   * @returns false where that is pointless: the token came fresh from the login, or the API refuses every one
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

/** Tokens from the hub's login, for both APIs. */
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
  // A token that has served nobody since its login is refused for another reason than its age.
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
      // What was refused when it was fresh is no better later.
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
  // A wrong password and a wrong address stay what they are; a server in trouble may recover.
  const final = outcomeKnown && verdict !== "transient" && verdict !== "throttled";
  return new LoginError(describeRefusal(refusal, secrets), final);
}

function readToken(reply: Reply, target: Target, clock: Clock): Token {
  let body: unknown = null;
  try {
    body = readJson(reply.http);
  } catch {
    // Reported below, as every other body without a token.
  }
  const token = isJsonObject(body) ? textIn(body, "access_token")?.trim() : undefined;
  if (!isJsonObject(body) || !token) {
    // The body is not shown: it may hold a token under another name.
    const problem = "the login was answered without an access_token; check the base URL of the hub";
    throw new DecodeError({ path: target.path, status: reply.http.status, problem, excerpt: "" });
  }
  // A life of no seconds is taken for one that is not named.
  const lifetime = countIn(body, "expires_in") || null;
  // Its life began somewhere between sending and now; the earlier end is the safe one.
  const expiresAt = lifetime === null ? null : reply.sentAt + lifetime * 1000;
  const renewAt = reply.sentAt + renewAfter(lifetime, clock.random());
  return { token, issuedAt: clock.now(), expiresAt, renewAt };
}

/**
 * Half a minute to a minute before the end, or the last twentieth to tenth of a short life, so that processes that
 * began together do not renew together; never, where no life is named: then a 401 tells.
 */
function renewAfter(lifetime: number | null, random: number): number {
  if (lifetime === null) return Number.POSITIVE_INFINITY;
  const ahead = Math.min(60, lifetime / 10) * (0.5 + random / 2);
  return (lifetime - ahead) * 1000;
}
