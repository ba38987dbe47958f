/** What a route answers, as plain data. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: no body and no content type at all. */
  readonly body: string | null;
  /**
   * Milliseconds between the operation and its answer.
   * @default 0
   */
  readonly lateMs?: number;
}

/** A JSON object that is about to be answered. */
export type JsonObject = Record<string, unknown>;

// Fetch refuses a body with these (Fetch standard, "null body status").
const bodiless = new Set([101, 204, 205, 304]);

/** An answer with a JSON body. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return text(status, "application/json", JSON.stringify(value), headers);
}

/** An answer with any text as its body; an empty text is an empty body. */
export function text(
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): Answer {
  if (body === "") return { status, headers, body: null };
  return { status, headers: { "content-type": type, ...headers }, body };
}

/** The same answer as fetch knows it. */
export function toResponse(answer: Answer): Response {
  const body = bodiless.has(answer.status) ? null : answer.body;
  return new Response(body, { status: answer.status, headers: { ...answer.headers } });
}

/** Ends a request early; carries the answer. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(readonly answer: Answer) {
    super(`refused with ${answer.status}`);
  }
}
