import { type Answer, json } from "./answer";

/** The API that a request is for; "none" is neither. */
export type Api = "hub" | "signals" | "none";

/** The hub's errors, except those of its token endpoint. */
export function hubError(status: number, message: string, details: readonly string[] = []): Answer {
  return json(status, {
    meta: { success: false, http_code: status, developer_message: message, details },
  });
}

/** Errors of POST /token have a shape of their own, like OAuth's. */
export function tokenError(status: number, error: string, description: string): Answer {
  return json(status, { error, error_description: description });
}

/** The format of the Signals API's errors is documented nowhere: the plainest one that people use. */
export function signalsError(status: number, message: string): Answer {
  return json(status, { message });
}

/** An error in the shape that its API uses. */
export function errorAt(api: Api, isToken: boolean, status: number, message: string): Answer {
  if (isToken) return tokenError(status, status === 429 ? "too_many_requests" : "server_error", message);
  return api === "hub" ? hubError(status, message) : signalsError(status, message);
}
