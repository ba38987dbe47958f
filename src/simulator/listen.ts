import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import https from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { applySocketFault, breakTls, keepRawSockets, type RawSockets } from "./faults";
import { basePaths } from "./routing";
import type { Simulator } from "./simulator";

/** A simulator that answers on a port. */
export interface Listening {
  readonly url: string;
  readonly hubBaseUrl: string;
  readonly signalsBaseUrl: string;
  /** Ends every connection, idle or not, and with it every wait; resolves when the port is free again. */
  close(): Promise<void>;
}

/** Where and how to listen. */
export interface ListenOptions {
  /**
   * 0 takes a free one.
   * @default 0
   */
  readonly port?: number;
  /** Certificate and key in PEM: the simulator then speaks TLS, and nothing else. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

// The control surface asks for no credential: nobody but this machine may reach it.
const loopback = "127.0.0.1";

/** Listens on the loopback address. Rejects if the port is taken. */
export async function listen(
  simulator: Simulator,
  { port = 0, tls }: ListenOptions = {},
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, env) => answer(simulator, request, env.outgoing as ServerResponse, sockets),
    overrideGlobalObjects: false,
    ...(tls === undefined ? {} : { createServer: https.createServer, serverOptions: tls }),
  }) as Server;
  const sockets = keepRawSockets(server, (socket) => breakConnection(simulator, socket));
  server.listen(port, loopback);
  await once(server, "listening");
  const url = `${tls === undefined ? "http" : "https"}://${loopback}:${(server.address() as AddressInfo).port}`;
  let closed: Promise<void> | undefined;
  return {
    url,
    hubBaseUrl: url + basePaths.hub,
    signalsBaseUrl: url + basePaths.signals,
    close() {
      closed ??= close(server);
      return closed;
    },
  };
}

/** Applies a fault for connections to one that has just been opened. */
function breakConnection(simulator: Simulator, socket: Socket): void {
  const fault = simulator.connection();
  if (fault?.kind === "tls") breakTls(socket);
  else if (fault !== null) socket.destroy();
}

async function answer(
  simulator: Simulator,
  request: Request,
  outgoing: ServerResponse,
  sockets: RawSockets,
): Promise<Response> {
  const { signal } = request;
  try {
    const { response, socket } = await simulator.exchange(request);
    if (socket === null) return response;
    await applySocketFault(socket, response, outgoing, signal, sockets);
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
