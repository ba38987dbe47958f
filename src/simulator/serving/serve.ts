import { type Fault, type Faults, faultAnswer, type SocketFault, socketFault } from "../faults";
import { type Answer, type Api, type Call, errorAt, Refusal, type Route, routes } from "../routing";
import { hubCaller, signalsCaller, type World, withBareNumbers } from "../world";
import type { RateLimit } from "./rate-limit";
import type { OpenRequest } from "./request-log";
import { dateHeader, retryHint } from "./retry-hint";
import { slashRedirect } from "./slash-redirect";

/** The world, the faults and the rate limits that a request meets. */
export interface Engine {
  readonly world: World;
  readonly faults: Faults;
  readonly limits: Readonly<Record<Api, RateLimit>>;
}

/** What was read of a request before its route was known. */
export interface Incoming {
  readonly body: string;
  readonly entry: OpenRequest;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal;
}

/** What was read of a request by its route. */
export type Routed = Pick<Call, "params" | "query"> & { readonly headers: Headers };

/** An answer, and what the socket does to it. */
export interface Served {
  readonly answer: Answer;
  readonly socket: SocketFault | null;
}

/** The route of all paths that are not simulated. Which of 404 and 405 a wrong method gets is unknown: 404. */
export function unknownRoute(api: Api): Route {
  return {
    name: "unknown",
    handle: () => errorAt(api, false, 404, "not found: no such path"),
  };
}

/** One request through latency, faults, rate limit, credential check and route, in this order. */
export async function serve(
  engine: Engine,
  api: Api,
  route: Route,
  incoming: Incoming,
  routed: Routed,
): Promise<Served> {
  const { entry, signal } = incoming;
  const { world } = engine;
  const fault = engine.faults.take(route.name, entry.path, routed.query);
  Object.assign(entry, { api, route: route.name, fault: fault !== null });
  const wait = async (ms: number) => {
    if (ms > 0) await world.clock.sleep(ms, signal);
  };
  await wait(world.settings.latencyMs);
  const carryOut = async () => {
    const answer = carriedOut(engine, api, route, incoming, routed);
    await wait(answer.lateMs ?? 0);
    return answer;
  };
  const served =
    fault === null ? { answer: await carryOut(), socket: null } : await applyFault(fault, carryOut);
  entry.status = unanswered.has(served.socket?.kind) ? null : served.answer.status;
  return { ...served, answer: finished(served.answer, world) };

  async function applyFault(fault: Fault, operation: () => Promise<Answer>): Promise<Served> {
    const hint = (seconds: number) => retryHint(seconds, world.clock.now(), world.settings);
    const replaced = faultAnswer(fault, api, route.name === "token", hint);
    const socket = socketFault(fault);
    const delay = fault.delayMs ?? 0;
    if (!isCarriedOut(fault, replaced)) {
      await wait(delay);
      return { answer: replaced ?? errorAt(api, false, 500, "simulated fault"), socket };
    }
    if (!fault.applied) await wait(delay);
    const answer = await operation();
    if (fault.applied) await wait(delay);
    return { answer: replaced ?? answer, socket };
  }
}

const unanswered: ReadonlySet<SocketFault["kind"] | undefined> = new Set(["cut", "hang", "tls"] as const);

function isCarriedOut(fault: Fault, replaced: Answer | null): boolean {
  if (fault.applied) return true;
  return replaced === null && !fault.hang && !fault.tls && fault.cut !== true && fault.cut !== "before";
}

function carriedOut(engine: Engine, api: Api, route: Route, incoming: Incoming, routed: Routed): Answer {
  const { world } = engine;
  const isToken = route.name === "token";
  const elsewhere = slashRedirect(route.name, incoming.entry.path, routed.query, world.settings);
  if (elsewhere !== null) return elsewhere;
  const limit = world.settings.requestsPerWindow;
  const seconds = engine.limits[api].take(limit, world.clock.now());
  if (seconds !== null) {
    const headers = limit?.retryAfter ? retryHint(seconds, world.clock.now(), world.settings) : {};
    return withHeaders(errorAt(api, isToken, 429, "too many requests"), headers);
  }
  const caller = isOpen(route) ? "" : callerAt(world, api, routed.headers);
  if (caller === undefined) return errorAt(api, isToken, 401, "unauthorized: no valid credential");
  try {
    return route.handle(world, { params: routed.params, query: routed.query, body: incoming.body, caller });
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

/** Whether a route wants no credential: the login, and paths that nobody has. */
function isOpen({ name }: Route): boolean {
  return name === "unknown" || routes[name].kind === "login";
}

function callerAt(world: World, api: Api, headers: Headers): string | undefined {
  const { tokens, store, settings } = world;
  if (api === "signals") return signalsCaller(headers, tokens, settings.tokenRequests);
  return hubCaller(headers, tokens, store.partners(), settings.tokenRequests);
}

/** What every answer has in common. */
function finished(answer: Answer, { clock, settings }: World): Answer {
  const dated = withHeaders(answer, dateHeader(clock.now(), settings));
  if (!settings.numericAppIds || dated.body === null) return dated;
  return { ...dated, body: withBareNumbers(dated.body) };
}

function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}
