// Everything the client throws on purpose, one class per kind, with the facts of what happened.
// It must never know what a caller makes of an error, nor what a user should do next.
// Next: ApiError, the facts that all refusals share; request/answer.ts, which decides verdict and reason.
import type { ApiName } from "./base-urls";

/** What went wrong, as a word that survives minification and bundling. */
export type ErrorKind =
  | "hub"
  | "signals"
  | "login"
  | "network"
  | "decode"
  | "busy"
  | "credential"
  | "stopped"
  | "invalid_id"
  | "read_only";

/** What an answer, or the lack of one, means for the request. */
export type Verdict = "accepted" | "refused" | "unauthorised" | "throttled" | "transient";

/** Why the API did not accept a request. */
export type RefusalReason =
  | "unauthorised"
  | "forbidden"
  | "not_found"
  | "wrong_method"
  | "invalid"
  | "redirected"
  | "throttled"
  | "server_error"
  | "other";

/** What a request is for. */
export type Purpose = "login" | "channels" | "clients" | "switch" | "signals";

/** The kind of credentials that a request carries. */
export type CredentialKind = "api_key" | "token" | "login";

/** Base of everything this client throws on purpose. */
export abstract class Dialog360Error extends Error {
  abstract readonly kind: ErrorKind;
  /** What the last answer means; null where the request was not sent. */
  readonly verdict: Verdict | null;
  /** True where a switch was sent and its outcome is unknown. */
  readonly mayHaveTakenEffect: boolean;

  constructor(message: string, facts: ErrorFacts = {}) {
    super(message, { cause: facts.cause });
    this.verdict = facts.verdict ?? null;
    this.mayHaveTakenEffect = facts.mayHaveTakenEffect ?? false;
  }
}

/** What every error may know. */
export interface ErrorFacts {
  readonly verdict?: Verdict | null | undefined;
  /** @default false */
  readonly mayHaveTakenEffect?: boolean | undefined;
  readonly cause?: unknown;
}

/** Where an answer redirects to. */
export interface Redirect {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path without query. */
  readonly path: string;
  /** Whether the host is the one that redirects, under whatever scheme. */
  readonly sameHost: boolean;
}

/** What is known of an answer that was not a success. */
export interface ApiErrorParts {
  readonly host: string;
  readonly method: string;
  /** Path of the request, the base URL's own path included, without query. */
  readonly path: string;
  readonly purpose: Purpose;
  /** Null for a login. */
  readonly credential: CredentialKind | null;
  /** The status line's, or the one that the body of a success reports. */
  readonly status: number;
  /** True where the status line reports success and the body a failure. */
  readonly onlyInBody: boolean;
  readonly verdict: Verdict;
  readonly reason: RefusalReason;
  readonly mayHaveTakenEffect: boolean;
  /** The API's own words, or null where the body held none. */
  readonly apiMessage: string | null;
  /** Beginning of the body as text, or null where it was empty. */
  readonly excerpt: string | null;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Null where the answer is no redirect, or names no place. */
  readonly redirect: Redirect | null;
  /** One more fact, for people: why it was not sent again, or that the host belongs to another API. */
  readonly note: string | null;
}

/** An answer of 360dialog that was not a success. */
export abstract class ApiError extends Dialog360Error {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly purpose: Purpose;
  readonly credential: CredentialKind | null;
  readonly status: number;
  readonly reason: RefusalReason;
  readonly apiMessage: string | null;
  readonly excerpt: string | null;
  readonly attempts: number;
  readonly redirect: Redirect | null;
  readonly note: string | null;

  constructor(beginning: string, parts: ApiErrorParts) {
    super(describe(beginning, parts), parts);
    this.host = parts.host;
    this.method = parts.method;
    this.path = parts.path;
    this.purpose = parts.purpose;
    this.credential = parts.credential;
    this.status = parts.status;
    this.reason = parts.reason;
    this.apiMessage = parts.apiMessage;
    this.excerpt = parts.excerpt;
    this.attempts = parts.attempts;
    this.redirect = parts.redirect;
    this.note = parts.note;
  }

  /** Whether the API has nothing at this path, with these ids. */
  get notFound(): boolean {
    return this.reason === "not_found";
  }
}

function describe(beginning: string, parts: ApiErrorParts): string {
  const words = parts.apiMessage ?? parts.excerpt;
  const tries = parts.attempts > 1 ? ` after ${parts.attempts} attempts` : "";
  const said = words === null ? "." : `: ${endSentence(words)}`;
  const facts = [redirectWords(parts.redirect), parts.note].filter((fact) => fact !== null);
  return [`${beginning}${tries}${said}`, ...facts].join(" ");
}

function redirectWords(redirect: Redirect | null): string | null {
  if (redirect === null) return null;
  const { origin, path, sameHost } = redirect;
  if (sameHost) return `It redirects to the path ${path} at ${origin}.`;
  return `It redirects to ${origin}. Credentials are never sent to another host.`;
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function answered({ method, path, host, status, onlyInBody }: ApiErrorParts): string {
  const beginning = `${method} ${path} on ${host} answered`;
  if (!onlyInBody) return `${beginning} ${status}`;
  const code = status < 300 ? "" : ` (${status})`;
  return `${beginning} with a success whose body reports a failure${code}`;
}

/** The rate limit leaves too little time: the request was not sent. */
export class BusyError extends Dialog360Error {
  override readonly name = "BusyError";
  readonly kind = "busy";
  readonly host: string;

  constructor(request: { method: string; target: { host: string; path: string } }, words: string) {
    const { host, path } = request.target;
    super(`${request.method} ${path} on ${host} was not sent: ${words}`);
    this.host = host;
  }
}

/** A credential that the request needs is missing or cannot be sent; nothing was requested. */
export class CredentialError extends Dialog360Error {
  override readonly name = "CredentialError";
  readonly kind = "credential";
}

/** A success whose body is not what the documentation describes. */
export class DecodeError extends Dialog360Error {
  override readonly name = "DecodeError";
  readonly kind = "decode";
  readonly api: ApiName;
  /** Path of the request that was answered so. */
  readonly path: string;
  /** Status of the answer: a success. */
  readonly status: number;
  /** Beginning of the body as text; empty where it was empty or must not be shown. */
  readonly excerpt: string;

  constructor(parts: {
    /** @default "hub" */
    readonly api?: ApiName;
    readonly path: string;
    readonly status: number;
    readonly problem: string;
    readonly excerpt: string;
    readonly mayHaveTakenEffect?: boolean;
    readonly cause?: unknown;
  }) {
    const body = parts.excerpt === "" ? "" : ` The answer began: ${parts.excerpt}`;
    super(`The answer to ${parts.path} (${parts.status}) could not be used: ${parts.problem}.${body}`, {
      ...parts,
      verdict: "accepted",
    });
    this.api = parts.api ?? "hub";
    this.path = parts.path;
    this.status = parts.status;
    this.excerpt = parts.excerpt;
  }
}

/** The Partner Hub answered with something other than success. */
export class HubError extends ApiError {
  override readonly name = "HubError";
  readonly kind = "hub";

  constructor(parts: ApiErrorParts) {
    super(answered(parts), parts);
  }
}

/** An id that cannot stand in a path; nothing was requested. */
export class InvalidIdError extends Dialog360Error {
  override readonly name = "InvalidIdError";
  readonly kind = "invalid_id";
}

/** The hub gave no token for the user name and password. */
export class LoginError extends ApiError {
  override readonly name = "LoginError";
  readonly kind = "login";
  /** Whether asking again with the same credentials is pointless: then this client does not ask again. */
  readonly final: boolean;

  constructor(parts: ApiErrorParts, final: boolean) {
    super(`Login to ${parts.host} ${final ? "refused" : "failed"} (${parts.status})`, parts);
    this.final = final;
  }
}

/** What is known of a request that nobody answered. */
export interface NetworkErrorParts extends ErrorFacts {
  readonly host: string;
  readonly request: string;
  readonly code: string;
  readonly words: string;
  readonly attempts: number;
}

/** No answer came: the name, the connection, the certificate or the time. */
export class NetworkError extends Dialog360Error {
  override readonly name = "NetworkError";
  readonly kind = "network";
  readonly host: string;
  /** Method and path of the request, such as "POST /api/v2/token". */
  readonly request: string;
  /** The system's or the HTTP library's code, for example ECONNREFUSED; TIMEOUT when the time was up. */
  readonly code: string;
  /** How often the request was sent. */
  readonly attempts: number;

  constructor(parts: NetworkErrorParts) {
    const tries = parts.attempts > 1 ? `, after ${parts.attempts} attempts` : "";
    const what = `No answer from ${parts.host} to ${parts.request}`;
    super(`${what}: ${parts.words} (${parts.code})${tries}.`, { verdict: "transient", ...parts });
    this.host = parts.host;
    this.request = parts.request;
    this.code = parts.code;
    this.attempts = parts.attempts;
  }
}

/** A request that could change something, asked of a client that may only read; it was not sent. */
export class ReadOnlyError extends Dialog360Error {
  override readonly name = "ReadOnlyError";
  readonly kind = "read_only";

  constructor(method: string, path: string) {
    super(`${method} ${path} was not sent: only reading is allowed.`);
  }
}

/** The Signals API answered with something other than success. */
export class SignalsError extends ApiError {
  override readonly name = "SignalsError";
  readonly kind = "signals";

  constructor(parts: ApiErrorParts) {
    super(answered(parts), parts);
  }
}

/** The caller's signal ended the call, or the client was closed. */
export class StoppedError extends Dialog360Error {
  override readonly name = "StoppedError";
  readonly kind = "stopped";

  /** @param facts `mayHaveTakenEffect` where a switch had been sent and nobody waited for its answer any longer */
  constructor(facts: Omit<ErrorFacts, "verdict"> = {}) {
    super(
      facts.mayHaveTakenEffect
        ? "The call was stopped after its request was sent; its outcome is unknown."
        : "The call was stopped before it was done.",
      facts,
    );
  }
}
