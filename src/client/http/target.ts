import { InvalidIdError } from "../errors";

/** Where a request goes. */
export interface Target {
  /** The full address, including the query. */
  readonly url: string;
  /** Path without the query, including the base URL's own path. Errors and logs show it. */
  readonly path: string;
  /** The path after the base URL with placeholders for ids, such as `/partners/{partner_id}/channels`. */
  readonly template: string;
  /** Host, with its port if one is given. */
  readonly host: string;
  /** Scheme, host and port. */
  readonly origin: string;
}

/**
 * Joins a base URL, whose own path is kept, with encoded path segments and a query.
 * @throws InvalidIdError if a segment cannot stand in a path
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
  // URL parsers resolve these segments as relative steps, even percent-encoded (WHATWG URL, "dot segment").
  if (segment === "" || segment === "." || segment === "..") {
    throw new InvalidIdError(`${JSON.stringify(segment)} cannot be an id: it has no place in a path.`);
  }
  return encodeURIComponent(segment);
}

// Fixed words of the API's paths, each with the documentation's name for the id that follows it.
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
 * A path with placeholders for ids, such as `/partners/{partner_id}/channels`. Every unknown segment counts as an id:
 * an unknown path becomes too vague, but reveals no id.
 */
export function templateOf(segments: readonly string[]): string {
  return segments
    .map((segment, index) => {
      if (WORDS.has(segment)) return `/${segment}`;
      return `/{${WORDS.get(segments[index - 1] ?? "") ?? "id"}}`;
    })
    .join("");
}

/** The method and target of a request. */
export interface Addressed {
  readonly method: string;
  readonly target: { readonly template: string };
}

/** Method and path under which a request is counted, such as `GET /partners/{partner_id}/channels`. */
export function endpointOf({ method, target }: Addressed): string {
  return `${method} ${target.template}`;
}
