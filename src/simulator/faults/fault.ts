import type { RouteName } from "../routing/route";
import { SimulatorError } from "../world/simulator-error";

/** The routes that a fault can be queued for. */
export const faultRoutes = [
  ...["token", "partner", "clients", "channels", "enable_ctwa", "disable_ctwa"],
  ...["facebook_accounts", "facebook_account", "ads", "ad", "keyword_postback", "any", "connection"],
] as const;

/**
 * The form in which a body tells of a failure: `{"meta":{"success":false…}}`, `{"meta":{"http_code":403…}}`,
 * `{"error":…}`, `{"success":false}` or `{"errors":[…]}`.
 */
export type Failure = (typeof failureForms)[number];

const failureForms = ["meta", "http_code", "error", "success", "errors"] as const;

/** Trouble for the next requests of a route. One fault may combine several of the effects. */
export interface Fault {
  /** Which requests it meets; "connection": connections as they are opened, which it can only `cut` or break (`tls`). */
  readonly route: Exclude<RouteName, "unknown"> | "any" | "connection";
  /** Only requests with this path, in which `*` stands for any text. */
  readonly path?: string;
  /** Only requests with this query, decoded, in which `*` stands for any text: `*"id"*` is a look-up by id. */
  readonly query?: string;
  /**
   * How many of them.
   * @default 1
   */
  readonly times?: number | "always";
  /**
   * How many to let pass before: 2 for the third one.
   * @default 0
   */
  readonly skip?: number;
  /**
   * The operation is carried out before its answer is spoilt: a switch that works and then says 500.
   * @default false
   */
  readonly applied?: boolean;
  /** Answers with this status; the body is an error of the API's own shape unless one is given. */
  readonly status?: number;
  /** Says when to come back: seconds in the form that the option retryHint asks for, or a text for Retry-After. */
  readonly retryAfter?: number | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers with this body: a text as it is (so JSON can be broken), anything else as JSON. Status 200 unless given. */
  readonly body?: unknown;
  /** Answers with a body that tells of a failure in one of the forms that APIs use. Status 200 unless given. */
  readonly failure?: Failure;
  /** Answers with a page of HTML, like a gateway does. Status 502 unless given. */
  readonly html?: boolean;
  /** Answers without a body. Status 200 unless given. */
  readonly empty?: boolean;
  /** Answers with a body of so many bytes: JSON that says nothing. Status 200 unless given. */
  readonly bytes?: number;
  /** Milliseconds to wait, before the operation, or after it where `applied` is set. */
  readonly delayMs?: number;
  /**
   * Cuts the connection: "before" the operation (also `true`), "after" it without an answer, or in the middle
   * of the answer's "body". Needs listen().
   */
  readonly cut?: boolean | "before" | "after" | "body";
  /** Sends the head and half of the body, and the rest after so many milliseconds. Needs listen(). */
  readonly slowBody?: number;
  /**
   * Puts bytes that are not encrypted on the line: over TLS the connection breaks as it does for a broken record, or
   * in the handshake where `route` is "connection"; without TLS it is an answer that is no HTTP. The operation is
   * carried out only where `applied` is set. Needs listen().
   */
  readonly tls?: boolean;
  /** Sends `100 Continue`, for which nobody asked, before the answer. Needs listen(). */
  readonly unaskedContinue?: boolean;
  /**
   * Carries the operation out and answers 204 with a Content-Length of 2, which the protocol forbids: without these
   * bytes ("length"), or with them ("bytes"). Needs listen().
   */
  readonly longNoContent?: "length" | "bytes";
  /** Never answers: the operation is carried out only where `applied` is set. Needs listen(). */
  readonly hang?: boolean;
}

/** The bytes of a body that is nothing but its frame. */
export const smallestFiller = '{"filler":""}'.length;
const mostBytes = 100_000_000;

const isFlag = (value: unknown) => typeof value === "boolean";
const isFrom = (least: number) => (value: unknown) => Number.isSafeInteger(value) && Number(value) >= least;

const checks: Readonly<Record<keyof Fault, (value: unknown) => boolean>> = {
  route: (value) => (faultRoutes as readonly unknown[]).includes(value),
  path: (value) => typeof value === "string" && (value.startsWith("/") || value.startsWith("*")),
  query: isText,
  times: (value) => value === "always" || isFrom(1)(value),
  skip: isFrom(0),
  applied: isFlag,
  status: (value) => isFrom(200)(value) && Number(value) < 600,
  retryAfter: (value) => typeof value === "string" || isFrom(0)(value),
  headers: (value) => typeof value === "object" && value !== null && Object.values(value).every(isText),
  body: () => true,
  failure: (value) => failureForms.some((form) => form === value),
  html: isFlag,
  empty: isFlag,
  bytes: (value) => isFrom(smallestFiller)(value) && Number(value) <= mostBytes,
  delayMs: isFrom(0),
  cut: (value) => isFlag(value) || value === "before" || value === "after" || value === "body",
  slowBody: isFrom(0),
  tls: isFlag,
  unaskedContinue: isFlag,
  longNoContent: (value) => value === "length" || value === "bytes",
  hang: isFlag,
};

/** What a fault is made of. */
export const faultMembers = Object.keys(checks);

function isText(value: unknown): boolean {
  return typeof value === "string";
}

/** @throws SimulatorError where the fault makes no sense */
export function checkFault(fault: Fault): void {
  if (!checks.route(fault.route)) {
    throw new SimulatorError(`A fault needs a route: ${faultRoutes.join(", ")}.`);
  }
  for (const [name, value] of Object.entries(fault)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof Fault] : undefined;
    if (check === undefined) {
      throw new SimulatorError(`A fault has no ${name}. It has: ${faultMembers.join(", ")}.`);
    }
    if (value !== undefined && !check(value)) throw new SimulatorError(`The fault's ${name} makes no sense.`);
  }
}
