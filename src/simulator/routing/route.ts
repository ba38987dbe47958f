import type { World } from "../world";
import type { Answer } from "./answer";
import type { RouteName } from "./routes";

/** One request to a route, taken apart. */
export interface Call {
  /** The variable segments of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: string;
  /** The partner whose credential came with it; "" if the route needs none. */
  readonly caller: string;
}

/** Answers a request to a route: a function without IO. @throws Refusal */
export type Handler = (world: World, call: Call) => Answer;

/** A route as it is served; "unknown" is every path that none of the table has. */
export interface Route {
  readonly name: RouteName | "unknown";
  readonly handle: Handler;
}
