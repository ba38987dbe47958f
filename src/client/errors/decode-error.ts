import { Dialog360Error } from "./dialog360-error";

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
