// The one place that knows what a status, an envelope or a failure's code means.
// It must never know what follows from that: retries, pauses, a new login or an error are decided by who asks.
import type { RefusalReason, Verdict } from "../errors";
import { isJsonObject, type JsonObject, ownMember, parseJson } from "../json";
import { readErrorBody } from "./error-body";

/** The parts of an answer that are judged. */
export interface AnswerFacts {
  readonly status: number;
  readonly body: string;
}

/** What is judged if no answer came: the code of the system or of the HTTP library. */
export interface FailureFacts {
  readonly code: string;
}

/** What an answer, or the lack of one, means. */
export interface Judgement {
  readonly verdict: Verdict;
  /** False if the request may have taken effect although it was not accepted. */
  readonly outcomeKnown: boolean;
  /** Why the request was not accepted; null if it was, or if no answer came. */
  readonly reason: RefusalReason | null;
  /** Status of the status line, or the status that the body of a success reports; 0 if no answer came. */
  readonly status: number;
  /** True if the status line reports success and the body a failure. */
  readonly onlyInBody: boolean;
  /** True for a redirect that asks for the same request at another location. */
  readonly sameElsewhere: boolean;
}

/** Decides what an answer or a failure means. */
export function judge(seen: AnswerFacts | FailureFacts): Judgement {
  return "code" in seen ? judgeFailure(seen.code) : judgeAnswer(seen);
}

// Certificate and settings failures do not go away within seconds, so they are not retried.
const LASTING_CODES = new Set([
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REVOKED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "PROXY_URL",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

function judgeFailure(code: string): Judgement {
  const verdict = LASTING_CODES.has(code) ? "refused" : "transient";
  return { verdict, outcomeKnown: false, reason: null, status: 0, onlyInBody: false, sameElsewhere: false };
}

function judgeAnswer(answer: AnswerFacts): Judgement {
  const succeeded = answer.status >= 200 && answer.status < 300;
  const status = succeeded ? failureInBody(answer) : answer.status;
  if (status === null) {
    return {
      ...{ verdict: "accepted", outcomeKnown: true, reason: null },
      ...{ status: answer.status, onlyInBody: false, sameElsewhere: false },
    };
  }
  const reason = reasonOf(status);
  const verdict = TRANSIENT.has(status) ? "transient" : (VERDICTS[reason] ?? "refused");
  return {
    ...{ verdict, reason, outcomeKnown: reason !== "server_error" },
    ...{ status: status === UNSTATED ? answer.status : status, onlyInBody: succeeded },
    // Other redirects change the request into a GET, or allow that (RFC 9110, 15.4).
    sameElsewhere: status === 307 || status === 308,
  };
}

// Statuses that a retry may change. 501 and 505 are permanent by definition.
const TRANSIENT = new Set([408, 425, 500, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524, 529]);

const VERDICTS: Partial<Readonly<Record<RefusalReason, Verdict>>> = {
  unauthorised: "unauthorised",
  throttled: "throttled",
};

const REASONS: Readonly<Record<number, RefusalReason>> = {
  400: "invalid",
  401: "unauthorised",
  403: "forbidden",
  404: "not_found",
  405: "wrong_method",
  413: "invalid",
  414: "invalid",
  416: "invalid",
  422: "invalid",
  429: "throttled",
};

function reasonOf(status: number): RefusalReason {
  if (status >= 500) return "server_error";
  if (status >= 300 && status < 400) return "redirected";
  return REASONS[status] ?? "other";
}

// The status of a body that reports a failure without a code.
const UNSTATED = 0;

/** Status of the failure that the body of a success reports; null if it reports none. */
function failureInBody(answer: AnswerFacts): number | null {
  const body = /^\s*\{/.test(answer.body) ? tryReadJson(answer) : null;
  if (!isJsonObject(body)) return null;
  const envelopes = [body, ...WITHIN.map((name) => ownMember(body, name))].filter(isJsonObject);
  const codes = envelopes.flatMap(statusesIn).filter((code) => code >= 400);
  const failed = codes.length > 0 || envelopes.some(saysFailure);
  return failed ? (codes[0] ?? UNSTATED) : null;
}

/** Members in which APIs put what they say of a request. */
const WITHIN = ["meta", "data", "result", "response"];

function saysFailure(envelope: JsonObject): boolean {
  return (
    ["success", "successful", "ok"].some((name) => isDenied(ownMember(envelope, name))) ||
    ["error", "errors"].some((name) => isFilled(ownMember(envelope, name))) ||
    // What has an id is an object, such as a channel, whose own status it is.
    (ownMember(envelope, "id") === undefined &&
      ["status", "result"].some((name) => isFailureWord(ownMember(envelope, name))))
  );
}

function isDenied(value: unknown): boolean {
  return (
    value === false || value === 0 || (typeof value === "string" && /^\s*(?:false|0|no)\s*$/i.test(value))
  );
}

function isFailureWord(status: unknown): boolean {
  return typeof status === "string" && /^\s*(?:error|fail(?:ed|ure)?)\s*$/i.test(status);
}

/** HTTP statuses that a body names. A channel's `status` is a word, so it does not count. */
function statusesIn(envelope: JsonObject): number[] {
  return ["http_code", "http_status", "status_code", "statusCode", "status", "code"]
    .map((name) => ownMember(envelope, name))
    .map((code) => (typeof code === "string" && /^\d{3}$/.test(code) ? Number(code) : code))
    .filter((code): code is number => typeof code === "number" && code >= 100 && code < 600);
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isJsonObject(value)) return Object.keys(value).length > 0;
  return typeof value === "string" ? !/^\s*(?:false|0|no|none|null)?\s*$/i.test(value) : Boolean(value);
}

function tryReadJson(answer: AnswerFacts): unknown {
  try {
    return readJson(answer);
  } catch {
    return null;
  }
}

// The body of a list page is read twice: to judge it, and for its rows.
const parsed = new WeakMap<AnswerFacts, { readonly value: unknown }>();

/** The body of an answer as JSON, parsed once. @throws SyntaxError if it is not JSON */
export function readJson(answer: AnswerFacts): unknown {
  const known = parsed.get(answer) ?? { value: parseJson(answer.body) };
  parsed.set(answer, known);
  return known.value;
}

/**
 * Whether a refusal says that the request's effect is already in force.
 * @param words pattern of the API's possible wordings
 */
export function saysAlreadyDone(answer: AnswerFacts, words: RegExp): boolean {
  const { status, onlyInBody, verdict } = judge(answer);
  if (verdict !== "refused" || !(status === 400 || status === 409 || (onlyInBody && status < 300)))
    return false;
  const { message, excerpt } = readErrorBody(answer.body, (text) => text);
  return [message, excerpt].some((text) => text !== null && words.test(text));
}
