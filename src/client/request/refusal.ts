import type { Proof } from "../auth/credentials";
import { type ApiName, wrongHost } from "../base-urls";
import type { ApiErrorParts } from "../errors";
import type { Target } from "../http/target";
import type { Secrets } from "../secrets";
import { readErrorBody } from "./error-body";
import type { Reply } from "./send";

/** What a request was for: decides what a refusal may mean. */
export type Purpose = "login" | "channels" | "clients" | "switch" | "signals";

/** A request and the refusal that came back. */
export interface Refusal {
  readonly api: ApiName;
  readonly purpose: Purpose;
  readonly proof: Proof["kind"] | null;
  readonly method: string;
  readonly target: Target;
  readonly reply: Reply;
}

/** Everything that an error says about a refusal, without secrets. */
export function describeRefusal(refusal: Refusal, secrets: Secrets): ApiErrorParts {
  const words = readErrorBody(refusal.reply.body, secrets.redact);
  return {
    host: refusal.target.host,
    method: refusal.method,
    path: refusal.target.path,
    status: refusal.reply.status,
    apiMessage: words.message,
    excerpt: words.excerpt,
    attempts: refusal.reply.attempts,
    hint: hintFor(refusal),
  };
}

function hintFor(refusal: Refusal): string | null {
  const { api, target, reply, purpose, proof } = refusal;
  if (reply.note !== null) return reply.note;
  const wrong = wrongHost(api, target.host);
  if (wrong !== null) return wrong;
  const { status } = reply;
  if (status >= 300 && status < 400) return redirectHint(refusal);
  if (status === 401 && proof !== null) return UNAUTHORISED[proof];
  if (status === 403 && purpose !== "login") return FORBIDDEN;
  if (status === 404 || status === 405) return NOT_FOUND[purpose];
  return null;
}

function redirectHint({ api, target, reply }: Refusal): string {
  const location = reply.headers["location"];
  // Path and query of the place may hold anything; its host is what matters.
  const known = location !== undefined && URL.canParse(location, target.url);
  const to = known ? new URL(location, target.url).origin : "an unnamed place";
  return `It redirects to ${to}, and credentials are not sent along: check the base URL of the ${API_NAMES[api]}.`;
}

const API_NAMES: Readonly<Record<ApiName, string>> = { hub: "hub", signals: "Signals API" };

const UNAUTHORISED: Readonly<Record<Proof["kind"], string>> = {
  api_key: "The API key was refused: it may have been revoked, or belong to another partner.",
  token: "The access token was refused: it may have expired.",
  login: "The token was refused although the login had just given it.",
};

const FORBIDDEN =
  "The credentials are known but may not do this: check that they belong to this partner, " +
  "and that the client has given the partner its permission.";

const NOT_FOUND: Readonly<Record<Purpose, string>> = {
  login: "There is no login at this address: check the base URL of the hub.",
  channels: "Check the partner id and the base URL of the hub.",
  clients: "Check the partner id and the base URL of the hub.",
  switch: "Check the partner, client and channel ids: the path needs the client that the channel belongs to.",
  signals: "Check the ids and the base URL of the Signals API.",
};
