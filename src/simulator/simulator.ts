import { type Control, controlRoutes, createControl, isControl } from "./control";
import { createExchange, type Exchange } from "./exchange";
import { createFaults } from "./faults/fault-queue";
import { type SocketFault, socketFault } from "./faults/socket-fault";
import { type SimulatorOptions, startSettings, startSize } from "./options";
import { createRateLimit } from "./rate-limit";
import { createRequestLog, type RequestList } from "./request-log";
import { systemClock } from "./world/clock";
import { createDelayedFlags } from "./world/delayed-flags";
import { createLastSwitches } from "./world/last-switches";
import { exampleSeed } from "./world/seed";
import { SimulatorError } from "./world/simulator-error";
import { createStore, type Store } from "./world/store";
import { createTokens } from "./world/tokens";
import type { World } from "./world/world";

/** 360dialog's Partner Hub and Signals APIs in memory. */
export interface Simulator {
  /**
   * Answers one request as fetch would: hub below /api/v2, Signals below /signals, control below /_simulator.
   * @throws SimulatorError where a queued fault needs a socket
   */
  fetch(request: Request): Promise<Response>;
  /** The same, for an adapter that can do what a queued fault wants done to the socket. */
  exchange(request: Request): Promise<Exchange>;
  /** What a queued fault wants done to a connection that has just been opened, if anything. */
  connection(): SocketFault | null;
  readonly store: Store;
  readonly requests: RequestList;
  readonly control: Control;
}

/** Starts a simulated world. Nothing listens yet: see listen(). @throws SimulatorError on bad options */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const world = createWorld(options);
  const faults = createFaults();
  const log = createRequestLog();
  const limits = { hub: createRateLimit(), signals: createRateLimit(), none: createRateLimit() };
  const control = createControl(world, faults);
  const surface = controlRoutes(control, log.list);
  const answer = createExchange({ world, faults, limits }, log);

  async function exchange(request: Request): Promise<Exchange> {
    if (!isControl(request)) return answer(request);
    return { response: await surface.fetch(request), socket: null };
  }
  async function fetch(request: Request): Promise<Response> {
    const { response, socket } = await exchange(request);
    if (socket === null) return response;
    throw new SimulatorError(`The fault "${socket.kind}" needs a socket: use listen().`);
  }
  function connection(): SocketFault | null {
    const fault = faults.take("connection", "", new URLSearchParams());
    return fault && socketFault(fault);
  }
  return { fetch, exchange, connection, store: world.store, requests: log.list, control };
}

function createWorld(options: SimulatorOptions): World {
  const clock = options.clock ?? systemClock;
  const seed = options.seed ?? exampleSeed(startSize(options));
  return {
    store: createStore(seed),
    tokens: createTokens(seed.partners, clock),
    delayedFlags: createDelayedFlags(),
    lastSwitches: createLastSwitches(),
    clock,
    settings: startSettings(options),
  };
}
