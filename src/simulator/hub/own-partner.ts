import { type Call, hubError, Refusal } from "../routing";

/**
 * The partner in the path, who must be the one whose credential came with the request. A partner that does not
 * exist is refused the same way: a credential opens its own partner and tells nothing of others.
 */
export function ownPartner(call: Call): string {
  const asked = call.params["partner"] ?? "";
  if (asked !== call.caller) {
    throw new Refusal(hubError(403, `forbidden: the credential does not belong to partner ${asked}`));
  }
  return asked;
}
