import { randomUUID } from "node:crypto";
import type { Clock } from "./clock";
import type { Partner } from "./records";

/** Bearer tokens, their owners and their ends. */
export interface Tokens {
  /** A new token of the partner, good for `lifetime` seconds. */
  issue(partnerId: string, lifetime: number): string;
  /** The partner whom a live token belongs to; each call is one request with it. */
  use(token: string, most: number | null): string | undefined;
  /** All tokens from /token stop working; ready-made ones of the seed go on. */
  revokeAll(): void;
  /** Every token ever issued, so that a test can look for leaks. */
  issued(): readonly string[];
}

/** Tokens of these partners; each one's ready-made token never expires. */
export function createTokens(partners: readonly Partner[], clock: Clock): Tokens {
  const readyMade = new Map(partners.map((partner) => [partner.access_token, partner.id]));
  const live = new Map<string, { readonly partnerId: string; readonly expiresAt: number; used: number }>();
  const issued: string[] = [];
  return {
    issue(partnerId, lifetime) {
      const token = `simulated-token-${issued.length + 1}-${randomUUID()}`;
      live.set(token, { partnerId, expiresAt: clock.now() + lifetime * 1000, used: 0 });
      issued.push(token);
      return token;
    },
    use(token, most) {
      const entry = live.get(token);
      if (entry === undefined) return readyMade.get(token);
      entry.used += 1;
      const isLive = clock.now() < entry.expiresAt && entry.used <= (most ?? entry.used);
      return isLive ? entry.partnerId : undefined;
    },
    revokeAll: () => live.clear(),
    issued: () => [...issued],
  };
}

/** Which credentials a request carries; "other" is an Authorization header that is no bearer token. */
export type Authorization = "none" | "bearer" | "api_key" | "both" | "other";

/** Says what kind of credential is there, never the credential. */
export function authorizationOf(headers: Headers): Authorization {
  const key = headers.has("x-api-key");
  const bearer = bearerOf(headers) !== undefined;
  if (key && bearer) return "both";
  if (key) return "api_key";
  if (bearer) return "bearer";
  return headers.has("authorization") ? "other" : "none";
}

/**
 * The partner who asks the hub. The documentation lists the two schemes as either-of, so one valid credential
 * is enough; `D360-API-KEY` belongs to the messaging API and counts for nothing here.
 */
export function hubCaller(
  headers: Headers,
  tokens: Tokens,
  partners: readonly Partner[],
  mostRequests: number | null,
): string | undefined {
  const key = headers.get("x-api-key");
  const ofKey = key === null ? undefined : partners.find((partner) => partner.api_key === key)?.id;
  return ofKey ?? signalsCaller(headers, tokens, mostRequests);
}

/** The partner who asks the Signals API: bearer tokens only, as its page documents. */
export function signalsCaller(
  headers: Headers,
  tokens: Tokens,
  mostRequests: number | null,
): string | undefined {
  const token = bearerOf(headers);
  return token === undefined ? undefined : tokens.use(token, mostRequests);
}

// The scheme's name is case-insensitive (RFC 9110, 11.1).
function bearerOf(headers: Headers): string | undefined {
  return /^bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
}
