import { Hono } from "hono";
import type { SocketFault } from "../faults";
import { hubHandlers } from "../hub";
import {
  type Api,
  type ApiName,
  basePaths,
  type Handler,
  type Route,
  type RouteName,
  routes,
  toResponse,
} from "../routing";
import { signalsHandlers } from "../signals";
import { authorizationOf } from "../world";
import type { OpenRequest, RequestLog } from "./request-log";
import { type Engine, type Incoming, serve, unknownRoute } from "./serve";
import { hasSlash } from "./slash-redirect";

/** The answer to one request, and the fault of its socket if there is one. */
export interface Exchange {
  readonly response: Response;
  readonly socket: SocketFault | null;
}

// What one request carries through hono: its body and log entry in, the fault of its socket and the answer's body out.
interface Bindings extends Incoming {
  answered: string | null;
  socket: SocketFault | null;
}

type App = Hono<{ Bindings: Bindings }>;

const handlers: Readonly<Record<RouteName, Handler>> = { ...hubHandlers, ...signalsHandlers };

/** The simulated APIs as one function; every request to them is recorded. */
export function createExchange(engine: Engine, log: RequestLog): (request: Request) => Promise<Exchange> {
  const app = routed(engine);
  return async (request) => {
    const url = new URL(request.url);
    const body = request.method === "GET" ? "" : await request.text();
    const entry = open(log, engine.world.clock.now(), request, url, body !== "");
    const bindings: Bindings = { body, entry, signal: request.signal, socket: null, answered: null };
    const response = await app.fetch(request, bindings);
    log.keepBodies(entry.number, body, entry.status === null ? null : bindings.answered);
    return { response, socket: bindings.socket };
  };
}

function routed(engine: Engine): App {
  const app: App = new Hono();
  app.onError((error) => {
    throw error;
  });
  for (const name of Object.keys(routes) as RouteName[]) mount(app, engine, name);
  for (const api of Object.keys(basePaths) as ApiName[]) {
    app.all(`${basePaths[api]}/*`, (context) => handle(engine, api, unknownRoute(api), context));
  }
  return app.all("*", (context) => handle(engine, "none", unknownRoute("none"), context));
}

function mount(app: App, engine: Engine, name: RouteName): void {
  const { api, method, path: below } = routes[name];
  const route: Route = { name, handle: handlers[name] };
  const path = basePaths[api] + below;
  app.on(method, path, (context) => handle(engine, api, route, context));
  app.on(method, `${path}/`, (context) => {
    const isFound = hasSlash(name, engine.world.settings);
    return handle(engine, api, isFound ? route : unknownRoute(api), context);
  });
}

interface RouteContext {
  readonly env: Bindings;
  readonly req: { readonly raw: Request; param(): Record<string, string> };
}

async function handle(engine: Engine, api: Api, route: Route, context: RouteContext): Promise<Response> {
  const { raw } = context.req;
  const served = await serve(engine, api, route, context.env, {
    params: context.req.param(),
    query: new URL(raw.url).searchParams,
    headers: raw.headers,
  });
  context.env.socket = served.socket;
  context.env.answered = served.answer.body;
  return toResponse(served.answer);
}

function open(log: RequestLog, at: number, request: Request, url: URL, body: boolean): OpenRequest {
  return log.open({
    at,
    api: "none",
    route: "unknown",
    method: request.method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    body,
    authorization: authorizationOf(request.headers),
    userAgent: request.headers.get("user-agent"),
  });
}
