import { ApiError, type ApiErrorParts } from "./api-error";

/** The Signals API answered with something other than success. */
export class SignalsError extends ApiError {
  override readonly name = "SignalsError";
  readonly kind = "signals";

  constructor(parts: ApiErrorParts) {
    super(`${parts.method} ${parts.path} on ${parts.host} answered ${parts.status}`, parts);
  }
}
