import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { carrySocketFault } from "./carry-socket-fault";
import { hubBasePath } from "./hub";
import { signalsBasePath } from "./signals";
import type { Simulator } from "./simulator";

/** A simulator that answers on a port. */
export interface Listening {
  readonly url: string;
  readonly hubBaseUrl: string;
  readonly signalsBaseUrl: string;
  /** Ends every connection, idle or not, and with it every wait; resolves when the port is free again. */
  close(): Promise<void>;
}

// The control surface asks for no credential: nobody but this machine may reach it.
const loopback = "127.0.0.1";

/** Listens on the loopback address; port 0 takes a free one. Rejects where the port is taken. */
export async function listen(
  simulator: Simulator,
  { port = 0 }: { readonly port?: number } = {},
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, env) => answer(simulator, request, env.outgoing as ServerResponse),
    overrideGlobalObjects: false,
  }) as Server;
  server.listen(port, loopback);
  await once(server, "listening");
  const url = `http://${loopback}:${(server.address() as AddressInfo).port}`;
  let closed: Promise<void> | undefined;
  return {
    url,
    hubBaseUrl: url + hubBasePath,
    signalsBaseUrl: url + signalsBasePath,
    close() {
      closed ??= close(server);
      return closed;
    },
  };
}

async function answer(simulator: Simulator, request: Request, outgoing: ServerResponse): Promise<Response> {
  const { signal } = request;
  try {
    const { response, socket } = await simulator.exchange(request);
    if (socket === null) return response;
    await carrySocketFault(socket, response, outgoing, signal);
  } catch (error) {
    if (!signal.aborted) return new Response(`The simulator failed: ${String(error)}`, { status: 500 });
  }
  return RESPONSE_ALREADY_SENT;
}

async function close(server: Server): Promise<void> {
  const ended = once(server, "close");
  server.close();
  server.closeAllConnections();
  await ended;
}
