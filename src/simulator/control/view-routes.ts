import type { Hono } from "hono";
import { faultRoutes } from "../faults";
import { routes } from "../routing";
import type { RequestFilter, RequestList } from "../serving";
import { SimulatorError } from "../world";
import { channelSorts, channelStates, type ViewQuery } from "./channel-view";
import type { Control } from "./control";

// How many of the latest requests a person looks at.
const mostRequests = 20;

const requestRoutes = [...Object.keys(routes), "unknown"];

/** What the page asks for: the channels that match a filter, recent requests, settings and faults, and clients. */
export function viewRoutes(app: Hono, control: Control, requests: RequestList): void {
  app.get("/view", (context) => {
    const query = context.req.query();
    const filter = requestFilter(query["request_route"], query["request_status"]);
    return context.json({
      ...control.view(viewQuery(query)),
      undoable: control.bulk.undoable(),
      requests: requests.latest(mostRequests, filter),
      requests_total: requests.count(filter),
      settings: control.settings(),
      faults: control.faults(),
      fault_numbers: control.faultNumbers(),
      fault_routes: faultRoutes,
      request_routes: requestRoutes,
    });
  });
  app.get("/partners", (context) => context.json(control.partners()));
  app.get("/clients", (context) => context.json(control.clients(context.req.query("partner_id") ?? "")));
}

/** The query of a view, from parameters; a parameter that makes no sense is as if it were not there. */
export function viewQuery(parameters: Record<string, string>): ViewQuery {
  const { text, client, tracking, state, sort, offset, limit } = parameters;
  const wantedState = channelStates.find((one) => one === state);
  const wantedSort = channelSorts.find((one) => one === sort?.replace(/^-/, ""));
  return {
    ...(text === undefined ? {} : { text }),
    ...(client === undefined ? {} : { client }),
    ...(tracking === "on" || tracking === "off" ? { tracking } : {}),
    ...(wantedState === undefined ? {} : { state: wantedState }),
    ...(wantedSort === undefined ? {} : { sort: wantedSort, descending: sort?.startsWith("-") === true }),
    offset: countIn(offset, 0, Number.MAX_SAFE_INTEGER) ?? 0,
    limit: countIn(limit, 1, 1000) ?? 50,
  };
}

const filterNames = ["text", "client", "tracking", "state"] as const;

/**
 * The filter of a bulk change. What makes no sense is refused: without it more channels would change than were meant.
 * @throws SimulatorError
 */
export function bulkQuery(query: Readonly<Record<string, unknown>>): ViewQuery {
  const given = Object.entries(query).filter(([, value]) => value !== "" && value !== undefined);
  const understood = viewQuery(
    Object.fromEntries(given.map(([name, value]) => [name, typeof value === "string" ? value : ""])),
  );
  for (const [name, value] of given) {
    const known = filterNames.find((one) => one === name);
    if (known === undefined || understood[known] !== value)
      throw new SimulatorError(
        `A bulk change cannot filter by ${name} = ${JSON.stringify(value)}. A query has ${filterNames.join(", ")}: ` +
          `tracking is on or off, state is one of ${channelStates.join(", ")}.`,
      );
  }
  return understood;
}

/** The filter of requests, from parameters; an empty one is as if it were not there. */
export function requestFilter(route = "", status = ""): RequestFilter {
  return { ...(route === "" ? {} : { route }), ...(status === "" ? {} : { status }) };
}

function countIn(text: string | undefined, least: number, most: number): number | undefined {
  const count = /^\d{1,15}$/.test(text ?? "") ? Number(text) : Number.NaN;
  return count >= least && count <= most ? count : undefined;
}
