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
