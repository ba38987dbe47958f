import { Dialog360Error } from "./dialog360-error";

/** An id that cannot stand in a path; nothing was requested. */
export class InvalidIdError extends Dialog360Error {
  override readonly name = "InvalidIdError";
  readonly kind = "invalid_id";
}
