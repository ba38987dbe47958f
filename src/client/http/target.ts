import { InvalidIdError } from "../errors";

/** Where a request goes. */
export interface Target {
  /** The whole address, query included. */
  readonly url: string;
  /** Path alone, the base URL's own included: what errors and logs name. */
  readonly path: string;
  /** The segments after the base URL, without ids, such as `/partners/{partner_id}/channels`. */
  readonly template: string;
  /** Host, with its port where one is named. */
  readonly host: string;
  /** Scheme, host and port. */
  readonly origin: string;
}

/**
 * Joins a base URL, whose path is kept, with path segments, which are encoded, and a query.
 * @throws InvalidIdError when a segment cannot stand in a path
 */
export function buildTarget(
  baseUrl: string,
  segments: readonly string[],
  query: Readonly<Record<string, string>> = {},
): Target {
  const base = new URL(baseUrl);
  const path = [base.pathname.replace(/\/+$/, ""), ...segments.map(encodeSegment)].join("/");
  const search = new URLSearchParams(query).toString();
  const url = `${base.origin}${path}${search === "" ? "" : `?${search}`}`;
  return { url, path, template: templateOf(segments), host: base.host, origin: base.origin };
}

function encodeSegment(segment: string): string {
  // URL parsers take these for steps in the path, percent-encoded as well (WHATWG URL, "dot segment").
  if (segment === "" || segment === "." || segment === "..") {
    throw new InvalidIdError(`${JSON.stringify(segment)} cannot be an id: it has no place in a path.`);
  }
  return encodeURIComponent(segment);
}

// Words of the API's paths; an id that follows one is called as the documentation calls it.
const WORDS: ReadonlyMap<string, string> = new Map([
  ["account", "ad_account_id"],
  ["ads", "ad_id"],
  ["app", "app_id"],
  ["channels", "channel_id"],
  ["clients", "client_id"],
  ["disable_ctwa", "id"],
  ["enable_ctwa", "id"],
  ["facebook-accounts", "facebook_account_id"],
  ["keywords", "keyword_id"],
  ["partners", "partner_id"],
  ["signal", "id"],
  ["token", "id"],
  ["v1", "id"],
]);

/**
 * A path without its ids, such as `/partners/{partner_id}/channels`. Whatever is no known word counts as an id: a
 * new path is told too vaguely rather than too well.
 */
export function templateOf(segments: readonly string[]): string {
  return segments
    .map((segment, index) => {
      if (WORDS.has(segment)) return `/${segment}`;
      return `/{${WORDS.get(segments[index - 1] ?? "") ?? "id"}}`;
    })
    .join("");
}

/** A request, as far as its place goes. */
export interface Addressed {
  readonly method: string;
  readonly target: { readonly template: string };
}

/** What a request counts as, such as `GET /partners/{partner_id}/channels`. */
export function endpointOf({ method, target }: Addressed): string {
  return `${method} ${target.template}`;
}
