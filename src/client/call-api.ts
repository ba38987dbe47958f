import { lastingProof, loginProof } from "./auth/auth-headers";
import type { Proofs, User } from "./auth/credentials";
import type { Login } from "./auth/login";
import type { ApiName } from "./base-urls";
import type { Patience } from "./call";
import { DecodeError, HubError, SignalsError } from "./errors";
import { buildTarget } from "./http/target";
import type { Trace } from "./request/attempt";
import { bodyExcerpt } from "./request/excerpt";
import type { Outgoing } from "./request/outgoing";
import { describeRefusal, type Purpose } from "./request/refusal";
import type { Reply, Send } from "./request/send";
import { endOf } from "./request/unanswered";
import type { Secrets } from "./secrets";

/** A request to one of the two APIs, by the parts of its path. */
export interface ApiRequest {
  readonly api: ApiName;
  readonly purpose: Exclude<Purpose, "login">;
  readonly method: "GET" | "POST";
  readonly segments: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Time that an answer still gets after the call was stopped. @default 0 */
  readonly graceMs?: number;
}

/** A successful answer. */
export interface ApiReply {
  readonly path: string;
  readonly body: string;
  /** The body as JSON. @throws DecodeError */
  json(): unknown;
  /** An error about this answer's shape, with an excerpt of it. */
  unusable(problem: string): DecodeError;
}

/**
 * Sends a request with the credentials that its API takes.
 * @throws HubError, SignalsError when the answer is no success
 * @throws CredentialError when the credentials do not fit; LoginError, NetworkError, StoppedError
 */
export type CallApi = (request: ApiRequest, patience: Patience) => Promise<ApiReply>;

/** What calling the APIs needs. */
export interface ApiParts {
  readonly send: Send;
  readonly proofs: Proofs;
  readonly login: (user: User) => Login;
  readonly secrets: Secrets;
  readonly baseUrls: Readonly<Record<ApiName, string>>;
}

/** One way to call both APIs. */
export function createCallApi(parts: ApiParts): CallApi {
  return async (request, patience) => {
    const { api, purpose, method } = request;
    const target = buildTarget(parts.baseUrls[api], request.segments, request.query);
    const proof = parts.proofs.for(api);
    const trace: Trace = { unclear: null };
    const post = (more: Pick<Outgoing, "proof" | "rank">) =>
      parts.send(
        {
          target,
          method,
          ...bodyOf(request),
          ...more,
          trace,
          graceMs: request.graceMs ?? 0,
          headers: request.body === undefined ? {} : { "content-type": "application/json" },
        },
        patience,
      );
    const sent = { api, purpose, proof: proof.kind, method, target };
    try {
      const reply =
        proof.kind === "login"
          ? await withGrant(parts.login(proof.user), api, post, patience)
          : await post({ proof: lastingProof(proof) });
      if (reply.status >= 200 && reply.status <= 299) return success(reply, target.path, parts.secrets);
      const error = describeRefusal({ ...sent, reply }, parts.secrets);
      throw api === "hub" ? new HubError(error) : new SignalsError(error);
    } catch (error) {
      // Reading changes nothing, so that its last error is as good as any.
      throw purpose === "switch" ? endOf(error, trace, sent, parts.secrets) : error;
    }
  };
}

function bodyOf({ body }: ApiRequest): { body?: string } {
  return body === undefined ? {} : { body };
}

/** A token may have been revoked before its time: one new login after a 401. */
async function withGrant(
  login: Login,
  api: ApiName,
  post: (more: Pick<Outgoing, "proof" | "rank">) => Promise<Reply>,
  patience: Patience,
): Promise<Reply> {
  const proof = loginProof(login);
  const reply = await post({ proof });
  const refused = proof.shown();
  if (reply.status !== 401 || refused === null) {
    login.tried(api, true);
    return reply;
  }
  if ((await login.another(api, refused, patience)) === null) return reply;
  const second = await post({ proof, rank: "again" });
  login.tried(api, second.status !== 401);
  return second;
}

function success(reply: Reply, path: string, secrets: Secrets): ApiReply {
  const unusable = (problem: string, cause?: unknown) => {
    const beginning = bodyExcerpt(reply.body, secrets.redact);
    return new DecodeError({ path, status: reply.status, problem, excerpt: beginning, cause });
  };
  let parsed: { readonly value: unknown } | null = null;
  return {
    path,
    body: reply.body,
    unusable,
    json() {
      if (reply.cut) throw unusable("its body is too long");
      try {
        parsed ??= { value: JSON.parse(reply.body) };
      } catch (cause) {
        throw unusable("its body is not JSON; check the base URL", cause);
      }
      return parsed.value;
    },
  };
}
