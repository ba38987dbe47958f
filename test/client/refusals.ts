import type { ApiErrorParts } from "../../src/client";
import { judge } from "../../src/client/request/answer";

/** The facts of an error for an answer with this status, as the client finds them. */
export function refusal(status: number, more: Partial<ApiErrorParts> = {}): ApiErrorParts {
  const { verdict, reason, onlyInBody, outcomeKnown } = judge({ status, body: "" });
  return {
    ...{ host: "hub.example", method: "GET", path: "/api/v2/partners/examplePA/channels", attempts: 1 },
    ...{ purpose: "channels", credential: "login", status, onlyInBody, verdict, reason: reason ?? "other" },
    ...{ mayHaveTakenEffect: more.purpose === "switch" && !outcomeKnown, apiMessage: null, excerpt: null },
    ...{ redirect: null, note: null, ...more },
  };
}
