import { type Control, controlRoutes, createControl, isControl } from "./control";
import { createFaults, type SocketFault, socketFault } from "./faults";
import { type SimulatorOptions, startSettings, startSize } from "./options";
import {
  createExchange,
  createRateLimit,
  createRequestLog,
  type Exchange,
  type RequestList,
} from "./serving";
import {
  createDelayedFlags,
  createLastSwitches,
  createStore,
  createTokens,
  type Seed,
  SimulatorError,
  type Store,
  systemClock,
  type World,
} from "./world";
import { exampleSeed } from "./world/seed";

/** 360dialog's Partner Hub and Signals APIs in memory. */
export interface Simulator {
  /**
   * Answers one request as fetch would: hub below /api/v2, Signals below /signals, control below /_simulator.
   * @throws SimulatorError if a queued fault needs a socket
   */
  fetch(request: Request): Promise<Response>;
  /** The same, for an adapter that can apply the fault of a socket. */
  exchange(request: Request): Promise<Exchange>;
  /** The queued fault for a connection that has just been opened, if there is one. */
  connection(): SocketFault | null;
  readonly store: Store;
  readonly requests: RequestList;
  readonly control: Control;
}

/** Starts a simulated world. Nothing listens yet: see listen(). @throws SimulatorError on bad options */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const seed = options.seed ?? exampleSeed(startSize(options));
  const world = createWorld(options, seed);
  const faults = createFaults();
  const log = createRequestLog();
  const limits = { hub: createRateLimit(), signals: createRateLimit(), none: createRateLimit() };
  const control = createControl(world, faults, seed);
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

function createWorld(options: SimulatorOptions, seed: Seed): World {
  const clock = options.clock ?? systemClock;
  return {
    store: createStore(seed),
    tokens: createTokens(seed.partners, clock),
    delayedFlags: createDelayedFlags(),
    lastSwitches: createLastSwitches(),
    clock,
    settings: startSettings(options),
  };
}
