import { Dialog360Error } from "./dialog360-error";

/** A request that could change something, asked of a client that may only read; it was not sent. */
export class ReadOnlyError extends Dialog360Error {
  override readonly name = "ReadOnlyError";
  readonly kind = "read_only";

  constructor(method: string, path: string) {
    super(`${method} ${path} was not sent: only reading is allowed.`);
  }
}
