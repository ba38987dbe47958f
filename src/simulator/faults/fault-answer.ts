import { type Answer, type Api, errorAt, json, text } from "../routing";
import { type Failure, type Fault, smallestFiller } from "./fault";

/** The answer that a fault sends instead of the true one; null if it keeps the true one. */
export function faultAnswer(
  fault: Fault,
  api: Api,
  isToken: boolean,
  hint: (seconds: number) => Readonly<Record<string, string>>,
): Answer | null {
  const answer = replacement(fault, api, isToken);
  if (answer === null) return null;
  const retryAfter = retryHeaders(fault.retryAfter, hint);
  return { ...answer, headers: { ...answer.headers, ...retryAfter, ...fault.headers } };
}

function retryHeaders(
  retryAfter: Fault["retryAfter"],
  hint: (seconds: number) => Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (retryAfter === undefined) return {};
  return typeof retryAfter === "number" ? hint(retryAfter) : { "retry-after": retryAfter };
}

function replacement(fault: Fault, api: Api, isToken: boolean): Answer | null {
  if (fault.html) return text(fault.status ?? 502, "text/html", gatewayPage);
  if (fault.empty) return text(fault.status ?? 200, "application/json", "");
  if (typeof fault.body === "string") return text(fault.status ?? 200, "application/json", fault.body);
  if (fault.body !== undefined) return json(fault.status ?? 200, fault.body);
  if (fault.bytes !== undefined) return json(fault.status ?? 200, filler(fault.bytes));
  if (fault.failure !== undefined) return json(fault.status ?? 200, failures[fault.failure]);
  if (fault.status === undefined) return null;
  return errorAt(api, isToken, fault.status, `simulated fault with status ${fault.status}`);
}

function filler(bytes: number): { filler: string } {
  return { filler: "x".repeat(bytes - smallestFiller) };
}

const words = "simulated fault: CTWA is not part of the plan";

const failures: Readonly<Record<Failure, unknown>> = {
  meta: { meta: { success: false, http_code: 403, developer_message: words } },
  http_code: { meta: { http_code: 403, developer_message: words } },
  error: { error: "forbidden", error_description: words },
  success: { success: false, message: words },
  errors: { errors: [words] },
};

const gatewayPage =
  "<!DOCTYPE html>\n<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>\n";
