import { createSecrets, type Secrets } from "../secrets/secrets";
import type { CredentialChoice, Login, User } from "./auth";
import { fixedAuthHeaders, loginAuthHeaders } from "./auth";
import type { ApiName } from "./base-urls";
import type { CallLimits } from "./call";
import {
  DecodeError,
  Dialog360Error,
  HubError,
  isWrite,
  NetworkError,
  type Purpose,
  SignalsError,
  StoppedError,
} from "./errors";
import { buildTarget } from "./http";
import type { AttemptHistory, Outgoing, Reply, Send } from "./request";
import { bodyExcerpt, describeRefusal, type Refusal, readJson, saysAlreadyDone } from "./request";

/** A request to one of the two APIs, with the segments of its path. */
export interface ApiRequest {
  readonly api: ApiName;
  readonly purpose: Exclude<Purpose, "login">;
  readonly method: "GET" | "POST";
  readonly segments: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Matches a refusal because the request's effect is already in force; it counts as success. @default none */
  readonly alreadyDone?: RegExp;
  /** Time that an answer still gets after the call was stopped, in milliseconds. @default 0 */
  readonly graceMs?: number;
  /** Whether the answer may hold a secret, so that no error quotes it. @default false */
  readonly secretAnswer?: boolean;
  /** A secret in the body, which no error repeats. @default none */
  readonly secret?: string;
}

/** A successful answer. */
export interface ApiReply {
  readonly path: string;
  readonly body: string;
  /** The body as JSON. @throws DecodeError */
  json(): unknown;
  /** Makes an error about this answer's shape, with an excerpt of the body. */
  unusable(problem: string): DecodeError;
}

/**
 * Sends a request with the credentials that its API takes.
 * @throws HubError, SignalsError if the answer is not a success
 * @throws CredentialError if the credentials do not fit; LoginError, NetworkError, StoppedError
 */
export type CallApi = (request: ApiRequest, limits: CallLimits) => Promise<ApiReply>;

/** What calling the APIs needs. */
export interface ApiParts {
  readonly send: Send;
  readonly credentials: CredentialChoice;
  readonly login: (user: User) => Login;
  readonly secrets: Secrets;
  readonly baseUrls: Readonly<Record<ApiName, string>>;
}

/** Makes the one function that calls both APIs. */
export function createCallApi(parts: ApiParts): CallApi {
  return async (request, limits) => {
    const { api, purpose, method } = request;
    const target = buildTarget(parts.baseUrls[api], request.segments, request.query);
    const auth = parts.credentials.for(api);
    // A request that reads changes nothing, so its attempts need no history.
    const history: AttemptHistory | undefined = isWrite(purpose) ? { outcomeUnknown: null } : undefined;
    const post = (more: Pick<Outgoing, "auth" | "priority">) =>
      parts.send(
        {
          target,
          method,
          ...bodyOf(request),
          ...more,
          ...(history === undefined ? {} : { history }),
          graceMs: request.graceMs ?? 0,
          headers: request.body === undefined ? {} : { "content-type": "application/json" },
        },
        limits,
      );
    const isSecret = request.secretAnswer ?? false;
    const sent: Sent = { api, purpose, credential: auth.kind, method, target, isSecret };
    const secrets = secretsOf(request, parts.secrets);
    try {
      const reply =
        auth.kind === "login"
          ? await withLogin(parts.login(auth.user), api, post, limits)
          : await post({ auth: fixedAuthHeaders(auth) });
      if (isDone(reply, request)) return success(reply, sent, secrets);
      throw refusalError({ ...sent, reply }, secrets);
    } catch (error) {
      throw endOf(error, history, sent, secrets);
    }
  };
}

function isDone({ judgement, http }: Reply, { alreadyDone }: ApiRequest): boolean {
  if (judgement.verdict === "accepted") return true;
  return alreadyDone !== undefined && saysAlreadyDone(http, alreadyDone);
}

type Sent = Omit<Refusal, "reply">;

function refusalError(refusal: Refusal, secrets: Secrets): HubError | SignalsError {
  const facts = describeRefusal(refusal, secrets);
  return refusal.api === "hub" ? new HubError(facts) : new SignalsError(facts);
}

/** The client's secrets, and the one that the request carries. */
function secretsOf({ secret }: ApiRequest, secrets: Secrets): Secrets {
  if (secret === undefined) return secrets;
  const redact = (text: string) => {
    const own = createSecrets();
    own.add(secret);
    return own.redact(secrets.redact(text));
  };
  return { ...secrets, redact };
}

/**
 * The error with which a request ends. If the outcome of any attempt is unknown, the error says so, unless the API has
 * refused the same request since. The last failure is added to it.
 */
function endOf(error: unknown, history: AttemptHistory | undefined, sent: Sent, secrets: Secrets): unknown {
  const unknown = history?.outcomeUnknown ?? null;
  if (unknown === null || !(error instanceof Dialog360Error)) return error;
  // A refusal settles the outcome. A throttled or an unauthorised answer does not.
  const isRefusal = error instanceof HubError || error instanceof SignalsError;
  const refused = isRefusal && error.verdict === "refused";
  if (refused || error.mayHaveTakenEffect) return error;
  if (error instanceof StoppedError) {
    return new StoppedError({ cause: error.cause, mayHaveTakenEffect: true });
  }
  const { attempts, outcome } = unknown;
  const { reply, failure, judgement, sentAt } = outcome;
  if (reply !== null) {
    const last = { http: reply, judgement, sentAt, attempts, note: `Then: ${error.message}` };
    return refusalError({ ...sent, reply: last }, secrets);
  }
  const { target, method } = sent;
  const words = `${secrets.redact(failure.words)}; then: ${error.message}`;
  return new NetworkError({
    ...{ host: target.host, request: `${method} ${target.path}`, ...failure, words, attempts },
    ...{ cause: error, mayHaveTakenEffect: true },
  });
}

function bodyOf({ body }: ApiRequest): { body?: string } {
  return body === undefined ? {} : { body };
}

/**
 * Sends with the login's token. If the API refuses a token that has served a request since its login, the token may be
 * revoked or used up: the request is sent again with a new token.
 */
async function withLogin(
  login: Login,
  api: ApiName,
  post: (more: Pick<Outgoing, "auth" | "priority">) => Promise<Reply>,
  limits: CallLimits,
): Promise<Reply> {
  for (let priority: Pick<Outgoing, "priority"> = {}; ; priority = { priority: "again" }) {
    const auth = loginAuthHeaders(login);
    let taken = false;
    try {
      const reply = await post({ auth, ...priority });
      const { verdict } = reply.judgement;
      taken = verdict === "accepted" || verdict === "refused";
      if (verdict !== "unauthorised") return reply;
      const refused = auth.end(api, false);
      if (refused === null || !(await login.renew(api, refused, limits))) return reply;
    } finally {
      auth.end(api, taken);
    }
  }
}

function success({ http }: Reply, { api, purpose, target, isSecret }: Sent, secrets: Secrets): ApiReply {
  const unusable = (problem: string, cause?: unknown) =>
    new DecodeError({
      ...{ api, path: target.path, status: http.status, problem, cause },
      excerpt: isSecret ? "" : bodyExcerpt(http.body, secrets.redact),
      mayHaveTakenEffect: isWrite(purpose),
    });
  return {
    path: target.path,
    body: http.body,
    unusable,
    json() {
      if (http.cut) throw unusable("its body is too long");
      try {
        return readJson(http);
      } catch (cause) {
        throw unusable("its body is not JSON", isSecret ? undefined : cause);
      }
    },
  };
}
