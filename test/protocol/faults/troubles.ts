import type { Fault } from "../../../src/simulator";

/** Trouble of one kind, whichever call it meets. */
export interface Trouble {
  readonly fault: Omit<Fault, "route">;
  /** Where the operation was carried out all the same; undefined where no answer could tell the two apart. */
  readonly applied: Omit<Fault, "route">;
  /** Where it was not; undefined where the answer would be a lie: a plain success, and nothing done. */
  readonly refused?: Omit<Fault, "route">;
  /** What a message about it has to say. */
  readonly cause: RegExp;
  /** Whether sending again mends it. */
  readonly passes: boolean;
  /** Time for one attempt, where the trouble is that it takes too long: more than a busy machine takes for an answer. */
  readonly timeout?: string;
}

const cut = /connection was cut|ECONNRESET|socket|shorter or longer/;

/** The ten kinds. */
export const troubles: Readonly<Record<string, Trouble>> = {
  "500": both({ status: 500 }, { cause: /\b500\b/, passes: true }),
  "502": both({ status: 502 }, { cause: /\b502\b/, passes: true }),
  "429": both({ status: 429, retryAfter: 2 }, { cause: /\b429\b/, passes: true }),
  "a cut before the headers": {
    fault: { cut: "before" },
    refused: { cut: "before" },
    applied: { cut: "after" },
    cause: cut,
    passes: true,
  },
  "a cut in the body": {
    fault: { cut: "body" },
    refused: { cut: "body", status: 503 },
    applied: { cut: "body" },
    cause: cut,
    passes: true,
  },
  "a slow body": {
    fault: { slowBody: 60_000 },
    refused: { slowBody: 60_000, status: 503 },
    applied: { slowBody: 60_000 },
    cause: /no answer within/,
    passes: true,
    timeout: "10s",
  },
  "a page of HTML": both(
    { html: true, status: 200 },
    { cause: /not JSON|HTML|without an access_token/, passes: false },
  ),
  null: {
    fault: { body: null },
    applied: { body: null, applied: true },
    cause: /holds no list|neither a list|not an object|without an access_token/,
    passes: false,
  },
  "a body of 10 MB": {
    fault: { bytes: 10_000_000 },
    applied: { bytes: 10_000_000, applied: true },
    cause: /holds no list|neither a list|neither an id nor a list|without an access_token/,
    passes: false,
  },
  // The HTTP library often reports a broken record as the end of the connection that it is.
  "a TLS failure": both({ tls: true }, { cause: new RegExp(`TLS|SSL|EPROTO|${cut.source}`), passes: true }),
};

function both(fault: Omit<Fault, "route">, rest: Pick<Trouble, "cause" | "passes">): Trouble {
  return { fault, refused: fault, applied: { ...fault, applied: true }, ...rest };
}
