// Everything the client throws on purpose, one class per kind.
// It must never know what a caller makes of an error.
// Next: ApiError, the words that all refusals share.

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

/** Base of everything this client throws on purpose. */
export abstract class Dialog360Error extends Error {
  abstract readonly kind: ErrorKind;
}

/** What is known of an answer that was not a success. */
export interface ApiErrorParts {
  readonly host: string;
  readonly method: string;
  /** Path of the request, the base URL's own path included, without query. */
  readonly path: string;
  readonly status: number;
  /** The API's own words, or null where the body held none. */
  readonly apiMessage: string | null;
  /** Beginning of the body as text, or null where it was empty. */
  readonly excerpt: string | null;
  /** How often the request was sent. */
  readonly attempts: number;
  /** What to look at next, or null. */
  readonly hint: string | null;
}

/** An answer of 360dialog that was not a success. */
export abstract class ApiError extends Dialog360Error implements ApiErrorParts {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly apiMessage: string | null;
  readonly excerpt: string | null;
  readonly attempts: number;
  readonly hint: string | null;

  constructor(beginning: string, parts: ApiErrorParts) {
    super(describe(beginning, parts));
    this.host = parts.host;
    this.method = parts.method;
    this.path = parts.path;
    this.status = parts.status;
    this.apiMessage = parts.apiMessage;
    this.excerpt = parts.excerpt;
    this.attempts = parts.attempts;
    this.hint = parts.hint;
  }
}

function describe(beginning: string, parts: ApiErrorParts): string {
  const words = parts.apiMessage ?? parts.excerpt;
  const tries = parts.attempts > 1 ? ` after ${parts.attempts} attempts` : "";
  const said = words === null ? "." : `: ${endSentence(words)}`;
  return `${beginning}${tries}${said}${parts.hint === null ? "" : ` ${parts.hint}`}`;
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A request was not sent, since its turn could not have come in time: the host is paused, or many are before it. */
export class BusyError extends Dialog360Error {
  override readonly name = "BusyError";
  readonly kind = "busy";
  readonly host: string;

  constructor(request: { method: string; target: { host: string; path: string } }, words: string) {
    const { host, path } = request.target;
    super(
      `${request.method} ${path} on ${host} was not sent: the host takes only so many requests. ${words}`,
    );
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
  /** Path of the request that was answered so. */
  readonly path: string;
  /** Status of the answer: a success. */
  readonly status: number;
  /** Beginning of the body as text; empty where it was empty or must not be shown. */
  readonly excerpt: string;

  constructor(parts: { path: string; status: number; problem: string; excerpt: string; cause?: unknown }) {
    const body = parts.excerpt === "" ? "" : ` The answer began: ${parts.excerpt}`;
    super(`The answer to ${parts.path} (${parts.status}) could not be used: ${parts.problem}.${body}`, {
      cause: parts.cause,
    });
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
    super(`${parts.method} ${parts.path} on ${parts.host} answered ${parts.status}`, parts);
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
export interface NetworkErrorParts {
  readonly host: string;
  readonly request: string;
  readonly code: string;
  readonly words: string;
  readonly attempts: number;
  readonly cause?: unknown;
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
    super(`${what}: ${parts.words} (${parts.code})${tries}.`, { cause: parts.cause });
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
    super(`${parts.method} ${parts.path} on ${parts.host} answered ${parts.status}`, parts);
  }
}

/** The caller's signal ended the call, or the client was closed. */
export class StoppedError extends Dialog360Error {
  override readonly name = "StoppedError";
  readonly kind = "stopped";
  /** True when a request had been sent and no answer was waited for any longer: it may have taken effect. */
  readonly unanswered: boolean;

  constructor(options: { cause?: unknown; unanswered?: boolean } = {}) {
    const unanswered = options.unanswered ?? false;
    super(
      unanswered
        ? "The call was stopped after its request was sent; whether it took effect is not known."
        : "The call was stopped before it was done.",
      { cause: options.cause },
    );
    this.unanswered = unanswered;
  }
}
