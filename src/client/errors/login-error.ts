import { ApiError, type ApiErrorParts } from "./api-error";

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
