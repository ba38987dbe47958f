import type { Answer } from "./routing/answer";
import type { RouteName } from "./routing/route";
import type { Settings } from "./world/settings";

const redirected: Readonly<Record<Settings["slashRoutes"], (route: RouteName) => boolean>> = {
  none: () => false,
  switches: (route) => route === "enable_ctwa" || route === "disable_ctwa",
  lists: (route) => ["clients", "channels", "facebook_accounts", "ads"].includes(route),
  all: (route) => route !== "unknown",
};

/** Whether a route is found at its path with a slash at the end, instead of at the path itself. */
export function standsAtSlash(route: RouteName, { slashRoutes }: Settings): boolean {
  return redirected[slashRoutes](route);
}

/** The redirect to the same path with a slash at its end; null where the request is at the right one. */
export function slashRedirect(
  route: RouteName,
  path: string,
  query: URLSearchParams,
  settings: Settings,
): Answer | null {
  if (path.endsWith("/") || !standsAtSlash(route, settings)) return null;
  const search = query.size === 0 ? "" : `?${query}`;
  return { status: settings.slashStatus, headers: { location: `${path}/${search}` }, body: null };
}
