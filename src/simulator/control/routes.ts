import { type Context, Hono } from "hono";
import type { Fault } from "../faults";
import type { RequestList } from "../serving";
import { type KeywordPostback, SimulatorError } from "../world";
import type { Control } from "./control";
import { refusalOf } from "./guard";
import { describeOptions, readOptions } from "./option-descriptions";
import { answerPageFile, pageRoutes, wantsPage } from "./page-routes";
import { bulkQuery, requestFilter, viewRoutes } from "./view-routes";

/** The path of the control surface. */
export const controlBasePath = "/_simulator";

/** The operations that these routes serve, in the order of the guide; files of the page are none. */
function operationsOf(app: Hono): string[] {
  const paths = app.routes
    .filter(({ path }) => !path.startsWith("/browser/") && path !== "/page.css")
    .map(({ method, path }) => `${method} ${controlBasePath}${path.replace(/:(\w+)/g, "{$1}")}`);
  return [...new Set(paths)];
}

/** Whether a request is for the control surface: below its path, or a browser's for the top. */
export function isControl(request: Request): boolean {
  const { pathname } = new URL(request.url);
  if (pathname === "/") return request.method === "GET" && wantsPage(request.headers);
  return pathname === controlBasePath || pathname.startsWith(`${controlBasePath}/`);
}

/** The control surface over HTTP: a page for people, and JSON in, JSON out, without a credential. */
export function controlRoutes(control: Control, requests: RequestList): Hono {
  const app = new Hono({ strict: false });
  app.onError((error, context) => {
    if (error instanceof SimulatorError) return context.json(refused(error), 400);
    throw error;
  });
  const below = surface(control, requests);
  app.notFound((context) =>
    context.json({ message: "There is no such operation.", operations: operationsOf(below) }, 404),
  );
  app.use(async (context, next) => {
    const message = refusalOf(context.req.raw);
    return message === null ? next() : context.json({ message }, 403);
  });
  app.get("/", (context) => context.redirect(`${controlBasePath}/`));
  return app.route(controlBasePath, below);
}

function surface(control: Control, requests: RequestList): Hono {
  const app = new Hono({ strict: false });
  app.get("/", async (context): Promise<Response> => {
    // Without the slash, the browser would resolve the page's files against the parent path.
    if (new URL(context.req.url).pathname.endsWith("/")) return answerPageFile(context, "");
    return wantsPage(context.req.raw.headers)
      ? context.redirect(`${controlBasePath}/`)
      : context.json({ operations: operationsOf(app) });
  });
  pageRoutes(app);
  viewRoutes(app, control, requests);
  channelRoutes(app, control);
  postbackRoutes(app, control);
  bulkRoutes(app, control, requests);
  requestRoutes(app, requests);
  optionRoutes(app, control);
  faultRoutes(app, control);
  return app;
}

function channelRoutes(app: Hono, control: Control): void {
  app.get("/channels", (context) => context.json(control.channels(context.req.query("partner_id"))));
  app.post("/channels", async (context) =>
    context.json(control.addChannel((await objectOf(context)) as Parameters<Control["addChannel"]>[0]), 201),
  );
  app.get("/channels/:id", (context) => {
    const channel = control.channel(context.req.param("id"));
    return channel === undefined ? noChannel(context) : context.json(channel);
  });
  app.patch("/channels/:id", async (context) => {
    const id = context.req.param("id");
    if (control.channel(id) === undefined) return noChannel(context);
    return context.json(control.changeChannel(id, await objectOf(context)));
  });
  app.delete("/channels/:id", (context) =>
    control.removeChannel(context.req.param("id")) ? context.body(null, 204) : noChannel(context),
  );
}

function postbackRoutes(app: Hono, control: Control): void {
  app.get("/postbacks", (context) => context.json(control.postbacks()));
  app.post("/postbacks", async (context) =>
    context.json(control.setPostback((await objectOf(context)) as unknown as KeywordPostback), 201),
  );
  app.delete("/postbacks/:ad/:keyword", (context) =>
    control.removePostback(context.req.param("ad"), context.req.param("keyword"))
      ? context.body(null, 204)
      : context.json({ message: "The keyword has no postback." }, 404),
  );
}

function bulkRoutes(app: Hono, control: Control, requests: RequestList): void {
  app.post("/bulk", async (context) => {
    const { query, change } = await objectOf(context);
    return context.json({ changed: control.bulk.change(bulkQuery(recordOf(query)), recordOf(change)) });
  });
  app.delete("/bulk", (context) => context.json({ restored: control.bulk.undo() }));
  app.post("/reset", (context) => {
    control.reset();
    requests.clear();
    return context.body(null, 204);
  });
}

function recordOf(value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw new SimulatorError("A bulk change needs a query and a change, both objects.");
}

function requestRoutes(app: Hono, requests: RequestList): void {
  app.get("/requests", (context) => {
    const { route, status } = context.req.query();
    const found = requests.latest(Number.POSITIVE_INFINITY, requestFilter(route, status));
    return context.json([...found].reverse());
  });
  app.get("/requests/:number", (context) =>
    context.json(requests.bodies(Number(context.req.param("number")))),
  );
  app.delete("/requests", (context) => {
    requests.clear();
    return context.body(null, 204);
  });
}

function optionRoutes(app: Hono, control: Control): void {
  app.get("/options", (context) =>
    context.json(context.req.query("describe") === undefined ? control.settings() : describeOptions()),
  );
  app.patch("/options", async (context) =>
    context.json(control.changeSettings(readOptions(await objectOf(context)))),
  );
}

function faultRoutes(app: Hono, control: Control): void {
  app.get("/faults", (context) => context.json(control.faults()));
  app.post("/faults", async (context) => {
    control.addFault((await objectOf(context)) as unknown as Fault);
    return context.json(control.faults(), 201);
  });
  app.delete("/faults", (context) => {
    control.clearFaults();
    return context.body(null, 204);
  });
  app.delete("/faults/:number", (context) =>
    control.removeFault(Number(context.req.param("number")))
      ? context.body(null, 204)
      : context.json({ message: "No fault with this number is queued." }, 404),
  );
  app.delete("/tokens", (context) => {
    control.revokeTokens();
    return context.body(null, 204);
  });
}

function refused({ message, option }: SimulatorError): object {
  return option === undefined ? { message } : { message, option };
}

async function objectOf(context: Context): Promise<Record<string, unknown>> {
  const text = await context.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SimulatorError("The body must be a JSON object.");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new SimulatorError("The body must be a JSON object.");
}

function noChannel(context: Context): Response {
  return context.json({ message: "There is no such channel." }, 404);
}
