import { Dialog360Error } from "./dialog360-error";

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
