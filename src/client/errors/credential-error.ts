import { Dialog360Error } from "./dialog360-error";

/** A credential that the request needs is missing or cannot be sent; nothing was requested. */
export class CredentialError extends Dialog360Error {
  override readonly name = "CredentialError";
  readonly kind = "credential";
}
