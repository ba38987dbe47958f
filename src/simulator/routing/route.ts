import type { World } from "../world/world";
import type { Answer } from "./answer";

/** The simulated operations; "unknown" is every path that none of them has. */
export type RouteName =
  | ("token" | "partner" | "clients" | "channels" | "enable_ctwa" | "disable_ctwa")
  | ("facebook_accounts" | "facebook_account" | "ads" | "ad" | "keyword_postback" | "unknown");

/** One request to a route, taken apart. */
export interface Call {
  /** The variable segments of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: string;
  /** The partner whose credential came with it; "" where a route needs none. */
  readonly caller: string;
}

/** One operation of the simulated API: plain data and a function without IO. */
export interface Route {
  readonly name: RouteName;
  readonly method: "GET" | "POST";
  /** Below the base path of its API, in hono's notation. */
  readonly path: string;
  /** Whether it wants no credential, or one that its API takes. */
  readonly access: "open" | "partner";
  readonly handle: (world: World, call: Call) => Answer;
}
