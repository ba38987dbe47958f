import { type Answer, type RouteEntry, type RouteName, routes } from "../routing";
import type { Settings } from "../world";

const redirected: Readonly<Record<Settings["slashRoutes"], readonly RouteEntry["kind"][]>> = {
  none: [],
  switches: ["switch"],
  lists: ["list"],
  all: ["login", "list", "object", "switch"],
};

/** Whether a route is found at its path with a slash at the end, instead of at the path itself. */
export function hasSlash(route: RouteName | "unknown", { slashRoutes }: Settings): boolean {
  return route !== "unknown" && redirected[slashRoutes].includes(routes[route].kind);
}

/** The redirect to the same path with a slash at its end; null if the path needs none. */
export function slashRedirect(
  route: RouteName | "unknown",
  path: string,
  query: URLSearchParams,
  settings: Settings,
): Answer | null {
  if (path.endsWith("/") || !hasSlash(route, settings)) return null;
  const search = query.size === 0 ? "" : `?${query}`;
  return { status: settings.slashStatus, headers: { location: `${path}/${search}` }, body: null };
}
