import { type Answer, json, text } from "../routing/answer";
import { type Api, errorAt } from "../routing/api-errors";
import { type Fault, smallestFiller } from "./fault";

/** The answer that a fault puts in the place of the true one; null where it leaves that. */
export function faultAnswer(fault: Fault, api: Api, isToken: boolean): Answer | null {
  const answer = spoiltAnswer(fault, api, isToken);
  if (answer === null) return null;
  const retryAfter = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  return { ...answer, headers: { ...answer.headers, ...retryAfter, ...fault.headers } };
}

function spoiltAnswer(fault: Fault, api: Api, isToken: boolean): Answer | null {
  if (fault.html) return text(fault.status ?? 502, "text/html", gatewayPage);
  if (fault.empty) return text(fault.status ?? 200, "application/json", "");
  if (typeof fault.body === "string") return text(fault.status ?? 200, "application/json", fault.body);
  if (fault.body !== undefined) return json(fault.status ?? 200, fault.body);
  if (fault.bytes !== undefined) return json(fault.status ?? 200, filler(fault.bytes));
  if (fault.status === undefined) return null;
  return errorAt(api, isToken, fault.status, `simulated fault with status ${fault.status}`);
}

function filler(bytes: number): { filler: string } {
  return { filler: "x".repeat(bytes - smallestFiller) };
}

const gatewayPage =
  "<!DOCTYPE html>\n<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>\n";
