import { Dialog360Error } from "./dialog360-error";

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
