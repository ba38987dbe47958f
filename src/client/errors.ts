// Everything the client throws on purpose, one class per kind, with the facts of what happened.
// It must never know what a caller makes of an error, nor what a user should do next.
// Next: ApiError, the facts that all refusals share; request/answer.ts, which decides verdict and reason.
import type { ApiName } from "./base-urls";

/** The kind of an error, as a word that survives minification and bundling. */
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
export type Purpose = "login" | "channels" | "clients" | "switch" | "signals" | "postback";

/** Whether a request with this purpose changes something at 360dialog. */
export function isWrite(purpose: Purpose): boolean {
  return purpose === "switch" || purpose === "postback";
}

/** The kind of credentials that a request carries. */
export type CredentialKind = "api_key" | "token" | "login";

/** Base class of all errors that this client throws on purpose. */
export abstract class Dialog360Error extends Error {
  abstract readonly kind: ErrorKind;
  /** The verdict on the last answer; null if the request was not sent. */
  readonly verdict: Verdict | null;
  /** True if a request that changes something was sent and its outcome is unknown. */
  readonly mayHaveTakenEffect: boolean;

  constructor(message: string, facts: ErrorFacts = {}) {
    super(message, { cause: facts.cause });
    this.verdict = facts.verdict ?? null;
    this.mayHaveTakenEffect = facts.mayHaveTakenEffect ?? false;
  }
}

/** Facts that every error may carry. */
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
  /** Whether the redirect stays on the same host, under any scheme. */
  readonly sameHost: boolean;
}

/** Facts of an answer that is not a success. */
export interface ApiErrorParts {
  readonly host: string;
  readonly method: string;
  /** Path of the request without the query, including the base URL's own path. */
  readonly path: string;
  readonly purpose: Purpose;
  /** Kind of the credentials that were sent; null for a login. */
  readonly credential: CredentialKind | null;
  /** Status of the status line, or the status that the body of a success reports. */
  readonly status: number;
  /** True if the status line reports success and the body a failure. */
  readonly onlyInBody: boolean;
  readonly verdict: Verdict;
  readonly reason: RefusalReason;
  readonly mayHaveTakenEffect: boolean;
  /** The API's own words; null if the body holds none. */
  readonly apiMessage: string | null;
  /** Beginning of the body as text; null if it is empty. */
  readonly excerpt: string | null;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Null if the answer is not a redirect, or names no location. */
  readonly redirect: Redirect | null;
  /** One more fact for the user: why the request was not sent again, or that the host belongs to another API. */
  readonly note: string | null;
}

/** An answer of 360dialog that is not a success. */
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

/** The rate limit leaves too little time, so the request was not sent. */
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

/** A success whose body differs from the documentation. */
export class DecodeError extends Dialog360Error {
  override readonly name = "DecodeError";
  readonly kind = "decode";
  readonly api: ApiName;
  /** Path of the request. */
  readonly path: string;
  /** Status of the answer, which is a success. */
  readonly status: number;
  /** Beginning of the body as text; empty if the body is empty or must not be shown. */
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
  /** Whether the same credentials would be refused again: then this client does not log in again. */
  readonly final: boolean;

  constructor(parts: ApiErrorParts, final: boolean) {
    super(`Login to ${parts.host} ${final ? "refused" : "failed"} (${parts.status})`, parts);
    this.final = final;
  }
}

/** Facts of a request that got no answer. */
export interface NetworkErrorParts extends ErrorFacts {
  readonly host: string;
  readonly request: string;
  readonly code: string;
  readonly words: string;
  readonly attempts: number;
}

/** No answer came: name resolution, connection or certificate failed, or the time ran out. */
export class NetworkError extends Dialog360Error {
  override readonly name = "NetworkError";
  readonly kind = "network";
  readonly host: string;
  /** Method and path of the request, such as "POST /api/v2/token". */
  readonly request: string;
  /** The system's or the HTTP library's code, for example ECONNREFUSED; TIMEOUT if the time ran out. */
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

/** A client that may only read was asked for a request that could change something. The request was not sent. */
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

  /** @param facts `mayHaveTakenEffect` if a switch had been sent and the call stopped before its answer */
  constructor(facts: Omit<ErrorFacts, "verdict"> = {}) {
    super(
      facts.mayHaveTakenEffect
        ? "The call was stopped after its request was sent; its outcome is unknown."
        : "The call was stopped before it was done.",
      facts,
    );
  }
}
