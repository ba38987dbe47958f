import type { Secrets } from "../../secrets/secrets";
import { type ApiName, wrongHost } from "../base-urls";
import { type ApiErrorParts, type CredentialKind, isWrite, type Purpose, type Redirect } from "../errors";
import type { Target } from "../http";
import { readErrorBody } from "./error-body";
import type { Reply } from "./send";

/** A request and its refusal. */
export interface Refusal {
  readonly api: ApiName;
  readonly purpose: Purpose;
  readonly credential: CredentialKind | null;
  readonly method: string;
  readonly target: Target;
  /** Whether the answer may hold a secret: then its body is not quoted. @default false */
  readonly isSecret?: boolean;
  readonly reply: Reply;
}

/** All facts that an error tells about a refusal, without secrets. */
export function describeRefusal(refusal: Refusal, secrets: Secrets): ApiErrorParts {
  const { api, purpose, credential, method, target, reply } = refusal;
  const { judgement, http, attempts } = reply;
  const words = readErrorBody(http.body, secrets.redact);
  return {
    ...{ host: target.host, method, path: target.path, purpose, credential, attempts },
    status: judgement.status,
    onlyInBody: judgement.onlyInBody,
    verdict: judgement.verdict,
    reason: judgement.reason ?? "other",
    mayHaveTakenEffect: isWrite(purpose) && !judgement.outcomeKnown,
    apiMessage: words.message,
    excerpt: refusal.isSecret ? null : words.excerpt,
    redirect: judgement.reason === "redirected" ? redirectOf(refusal, secrets) : null,
    note: reply.note ?? wrongHost(api, target.host),
  };
}

// The query of the location may hold anything, so it is left out.
function redirectOf({ target, reply }: Refusal, secrets: Secrets): Redirect | null {
  const location = reply.http.headers["location"];
  if (location === undefined || !URL.canParse(location, target.url)) return null;
  const { origin, pathname, hostname, host } = new URL(location, target.url);
  const from = new URL(target.url);
  // A change of scheme alone also changes the default port.
  const sameHost =
    host === from.host || (hostname === from.hostname && origin.slice(0, 5) !== from.origin.slice(0, 5));
  return { origin, path: secrets.redact(pathname), sameHost };
}
