import { Dialog360Error } from "./dialog360-error";

/** No answer came: the name, the connection, the certificate or the time. */
export class NetworkError extends Dialog360Error {
  override readonly name = "NetworkError";
  readonly kind = "network";
  readonly host: string;
  /** The system's or the HTTP library's code, for example ECONNREFUSED; TIMEOUT when the time was up. */
  readonly code: string;
  /** How often the request was sent. */
  readonly attempts: number;

  constructor(parts: { host: string; code: string; words: string; attempts: number; cause?: unknown }) {
    const tries = parts.attempts > 1 ? `, after ${parts.attempts} attempts` : "";
    super(`No answer from ${parts.host}: ${parts.words} (${parts.code})${tries}.`, { cause: parts.cause });
    this.host = parts.host;
    this.code = parts.code;
    this.attempts = parts.attempts;
  }
}
