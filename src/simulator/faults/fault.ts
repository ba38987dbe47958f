import { type RouteName, routes } from "../routing";
import { SimulatorError } from "../world";

/** The routes that a fault can be queued for. */
export const faultRoutes = [...(Object.keys(routes) as RouteName[]), "any", "connection"] as const;

/** One member of a fault. */
interface Member<T> {
  /** Whether it chooses the requests, or is an effect on them. */
  readonly part: "which" | "effect";
  /** Names the values that it takes. */
  readonly what: string;
  readonly accepts: (value: unknown) => boolean;
  /** One sentence: what it chooses or does. */
  readonly does: string;
  /** Never set: carries the type of the value. */
  readonly type?: T;
}

/** The bytes of a body that is nothing but its frame. */
export const smallestFiller = '{"filler":""}'.length;
const mostBytes = 100_000_000;
const failureForms = ["meta", "http_code", "error", "success", "errors"] as const;

const isFlag = (value: unknown) => typeof value === "boolean";
const isText = (value: unknown) => typeof value === "string";
const isFrom = (least: number) => (value: unknown) => Number.isSafeInteger(value) && Number(value) >= least;
const isOneOf =
  (...values: readonly unknown[]) =>
  (value: unknown) =>
    values.includes(value);

function flag(does: string): Member<boolean> {
  return { part: "effect", what: "true or false", accepts: isFlag, does };
}

function milliseconds(does: string): Member<number> {
  return { part: "effect", what: "milliseconds from 0", accepts: isFrom(0), does };
}

function member<T>(described: Member<T>): Member<T> {
  return described;
}

/** Every member of a fault but its route: the type, the checks and the guide are made from this table. */
export const faultMembers = {
  path: member<string>({
    part: "which",
    what: 'a text that begins with "/" or "*"',
    accepts: (value) => typeof value === "string" && /^[/*]/.test(value),
    does: "Meets only requests with this path, in which `*` stands for any text.",
  }),
  query: member<string>({
    part: "which",
    what: "a text",
    accepts: isText,
    does: 'Meets only requests with this query, decoded, in which `*` stands for any text: `*"id":*` is the look-up of one channel.',
  }),
  skip: member<number>({
    part: "which",
    what: "a whole number from 0",
    accepts: isFrom(0),
    does: "Lets this many requests pass first: 2 meets the third one.",
  }),
  times: member<number | "always">({
    part: "which",
    what: 'a whole number from 1, or "always"',
    accepts: (value) => value === "always" || isFrom(1)(value),
    does: "Meets this many requests, by default 1.",
  }),
  status: member<number>({
    part: "effect",
    what: "a status from 200 to 599",
    accepts: (value) => isFrom(200)(value) && Number(value) < 600,
    does: "Answers with this status, and with an error of the API's own shape unless another member gives a body.",
  }),
  retryAfter: member<number | string>({
    part: "effect",
    what: "seconds from 0, or a text",
    accepts: (value) => isText(value) || isFrom(0)(value),
    does: "Says when to come back: seconds in the form that the option `retryHint` asks for, or a text for `Retry-After`.",
  }),
  headers: member<Readonly<Record<string, string>>>({
    part: "effect",
    what: "an object of texts",
    accepts: (value) => typeof value === "object" && value !== null && Object.values(value).every(isText),
    does: "Adds these headers.",
  }),
  body: member<unknown>({
    part: "effect",
    what: "anything",
    accepts: () => true,
    does: "Answers with this body: a text as it is, so that JSON can be broken; anything else as JSON.",
  }),
  failure: member<(typeof failureForms)[number]>({
    part: "effect",
    what: failureForms.map((form) => JSON.stringify(form)).join(", "),
    accepts: isOneOf(...failureForms),
    does: 'Answers with status 200 and a body that tells of a failure: `{"meta":{"success":false…}}`, `{"meta":{"http_code":403…}}`, `{"error":…}`, `{"success":false…}` or `{"errors":[…]}`.',
  }),
  html: flag("Answers with a gateway's page of HTML and status 502."),
  empty: flag("Answers without a body."),
  bytes: member<number>({
    part: "effect",
    what: `a whole number from ${smallestFiller} to ${mostBytes}`,
    accepts: (value) => isFrom(smallestFiller)(value) && Number(value) <= mostBytes,
    does: "Answers with a body of this many bytes: JSON that says nothing.",
  }),
  delayMs: milliseconds("Waits before the operation, or after it if `applied` is set."),
  applied: flag(
    "Carries the operation out before its answer is replaced: a switch that works and then answers 500.",
  ),
  cut: member<boolean | "before" | "after" | "body">({
    part: "effect",
    what: 'true, "before", "after" or "body"',
    accepts: (value) => isFlag(value) || isOneOf("before", "after", "body")(value),
    does: "Cuts the connection before the operation, after it without an answer, or in the middle of the answer's body.",
  }),
  slowBody: milliseconds("Sends half of the body, and the rest after this time."),
  unaskedContinue: flag("Sends `100 Continue`, for which nobody asked, before the answer."),
  longNoContent: member<"length" | "bytes">({
    part: "effect",
    what: '"length" or "bytes"',
    accepts: isOneOf("length", "bytes"),
    does: "Carries the operation out and answers 204 with `Content-Length: 2`, which the protocol forbids: without these bytes, or with them.",
  }),
  hang: flag("Never answers. The operation is carried out only if `applied` is set."),
  tls: flag(
    "Sends bytes that are not encrypted, which breaks a TLS connection, or its handshake on the route `connection`. Without TLS it is an answer that is no HTTP.",
  ),
};

type Members = typeof faultMembers;

/** Trouble for the next requests of a route, described by the table of members; members combine. */
export type Fault = {
  /** "connection": connections as they are opened, which a fault can only `cut` or break (`tls`). */
  readonly route: (typeof faultRoutes)[number];
} & { readonly [Name in keyof Members]?: Exclude<Members[Name]["type"], undefined> };

/** The form in which a body tells of a failure. */
export type Failure = NonNullable<Fault["failure"]>;

/** @throws SimulatorError if the fault makes no sense */
export function checkFault(fault: Fault): void {
  if (!isOneOf(...faultRoutes)(fault.route)) {
    throw new SimulatorError(`A fault needs a route: ${faultRoutes.join(", ")}.`);
  }
  for (const [name, value] of Object.entries(fault)) {
    if (name === "route") continue;
    const found = Object.hasOwn(faultMembers, name) ? faultMembers[name as keyof Members] : undefined;
    if (found === undefined) {
      throw new SimulatorError(`A fault has no ${name}. It has: ${Object.keys(faultMembers).join(", ")}.`);
    }
    if (value !== undefined && !found.accepts(value)) {
      throw new SimulatorError(`The fault's ${name} must be ${found.what}.`);
    }
  }
}
