import type { ApiName } from "../base-urls";
import type { Patience } from "../call";
import type { Clock } from "../clock";
import { DecodeError, LoginError } from "../errors";
import { buildTarget, type Target } from "../http/target";
import { countIn, isJsonObject, textIn } from "../json";
import { readJson } from "../request/answer";
import { describeRefusal } from "../request/refusal";
import type { Reply, Send } from "../request/send";
import type { Secrets } from "../secrets";
import { SingleFlight } from "../single-flight";
import type { User } from "./credentials";
import { RenewalBudget, TokenUse } from "./token-use";

/** A token and how long it serves. */
export interface Grant {
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
  grant(patience: Patience): Promise<Grant>;
  /** The grant in force; null where one has to be waited for. */
  current(): Grant | null;
  /** A grant that serves at least so long; where none does, one that was handed out just now. */
  lasting(remainingMs: number, patience: Patience): Promise<Grant>;
  /** What became of the requests that carried a grant's token. */
  useOf(grant: Grant): TokenUse;
  /**
   * Asks for another grant after an API refused this one.
   * @returns false where that is pointless: the token came fresh from the login, or the API refuses every one
   */
  renew(api: ApiName, refused: Grant, patience: Patience): Promise<boolean>;
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
  const grants = new SingleFlight<Grant>({
    clock: parts.clock,
    load: (patience) => logIn(parts, target(), patience),
    serves: (grant) => parts.clock.now() < grant.renewAt,
    isFinal: (error) => error instanceof LoginError && error.final,
  });
  const uses = new WeakMap<Grant, TokenUse>();
  const budget = new RenewalBudget(parts.clock);
  const useOf = (grant: Grant): TokenUse => {
    const use = uses.get(grant) ?? new TokenUse();
    uses.set(grant, use);
    return use;
  };
  // A token that has served nobody since its login is refused for another reason than its age.
  const isFresh = (grant: Grant) =>
    useOf(grant).served.size === 0 && parts.clock.now() - grant.issuedAt < FRESH_MS;
  const isReplaced = (grant: Grant) => grants.current !== null && grants.current !== grant;
  return {
    useOf,
    grant: (patience) => grants.get(patience),
    current: () => grants.current,
    async lasting(remainingMs, patience) {
      const now = parts.clock.now();
      const grant = await grants.get(patience);
      const { issuedAt, expiresAt } = grant;
      if (expiresAt === null || expiresAt - now >= remainingMs || issuedAt >= now) return grant;
      grants.forget(grant);
      return grants.get(patience);
    },
    async renew(api, refused, patience) {
      const use = useOf(refused);
      await use.settled(patience.signal);
      if (isReplaced(refused)) return true;
      // What was refused when it was fresh is no better later.
      if (isFresh(refused)) use.renewedFor.add(api);
      const refusesAll = use.renewedFor.has(api) && !use.served.has(api);
      if (refusesAll || !(await budget.take(patience))) return false;
      if (isReplaced(refused)) return true;
      grants.forget(refused);
      const next = await grants.get(patience);
      useOf(next).renewedFor.add(api);
      return next !== refused;
    },
  };
}

async function logIn(parts: LoginParts, target: Target, patience: Patience): Promise<Grant> {
  const reply = await parts.send(
    {
      target,
      method: "POST",
      rank: "login",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(parts.user),
    },
    patience,
  );
  if (reply.judgement.verdict !== "accepted") throw refused(reply, target, parts.secrets);
  const grant = readGrant(reply, target, parts.clock);
  parts.secrets.add(grant.token);
  return grant;
}

function refused(reply: Reply, target: Target, secrets: Secrets): LoginError {
  const refusal = { api: "hub", purpose: "login", credential: null, method: "POST", target, reply } as const;
  const { verdict, outcomeKnown } = reply.judgement;
  // A wrong password and a wrong address stay what they are; a server in trouble may recover.
  const final = outcomeKnown && verdict !== "transient" && verdict !== "throttled";
  return new LoginError(describeRefusal(refusal, secrets), final);
}

function readGrant(reply: Reply, target: Target, clock: Clock): Grant {
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
