/** The bodies of a request and of its answer: shortened, without secrets, null if there was none. */
export interface Bodies {
  readonly request: string | null;
  readonly response: string | null;
}

/** The bodies of the latest requests, by the request's number. */
export interface RequestBodies {
  keep(number: number, request: string, response: string | null): void;
  /** Null for both if the number is unknown or too old. */
  of(number: number): Bodies;
  clear(): void;
}

const mostRequests = 500;
const mostCharacters = 4_000;
const none: Bodies = { request: null, response: null };

/** No bodies yet; beyond 500 requests the oldest are forgotten. */
export function createRequestBodies(): RequestBodies {
  const kept = new Map<number, Bodies>();
  return {
    keep(number, request, response) {
      kept.set(number, { request: shown(request), response: shown(response ?? "") });
      const [oldest] = kept.keys();
      if (kept.size > mostRequests && oldest !== undefined) kept.delete(oldest);
    },
    of: (number) => kept.get(number) ?? none,
    clear: () => kept.clear(),
  };
}

function shown(body: string): string | null {
  if (body === "") return null;
  // A slice would keep the whole body in memory: its bytes are copied.
  const start = Buffer.from(body.slice(0, mostCharacters)).toString();
  const left = body.length - mostCharacters;
  return withoutSecrets(start) + (left > 0 ? `… (${left} more characters)` : "");
}

const secret = "user_?name|password|(?:\\w+_)?token|(?:client_)?secret|api_?key|authorization";
const members = new RegExp(
  `"(${secret})"(\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*(?:"|\\\\?$)|[^\\s",{}[\\]]+)`,
  "gi",
);
const parameters = new RegExp(`(^|[?&])(${secret})=[^&#\\s"]*`, "gi");
const userOfUrl = /:\/\/[^/?#\s"@]*@/g;

/** Hides the values of members and parameters that hold credentials; a text that is cut may end inside one. */
export function withoutSecrets(text: string): string {
  return text
    .replace(members, '"$1"$2"(hidden)"')
    .replace(parameters, "$1$2=(hidden)")
    .replace(userOfUrl, "://(hidden)@");
}
