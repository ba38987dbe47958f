import { ApiError, type ApiErrorParts } from "./api-error";

/** The Partner Hub answered with something other than success. */
export class HubError extends ApiError {
  override readonly name = "HubError";
  readonly kind = "hub";

  constructor(parts: ApiErrorParts) {
    super(`${parts.method} ${parts.path} on ${parts.host} answered ${parts.status}`, parts);
  }
}
