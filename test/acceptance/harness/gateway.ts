import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Simulator } from "../../../src/simulator";

/** A server in front of the simulator, such as companies put in front of an API. */
export interface Gateway {
  readonly port: number;
  /** Paths that were asked for, in order. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

/** What the gateway does to the simulator's address. */
export interface GatewayOptions {
  /** The APIs stand below this path. */
  readonly below?: string;
  /** Certificate and key with which it speaks TLS. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** Opens a gateway to the simulator. */
export async function openGateway(
  simulator: Simulator,
  { below = "", tls }: GatewayOptions,
): Promise<Gateway> {
  const paths: string[] = [];
  const forward = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const url = incoming.url ?? "/";
    paths.push(url);
    const answer = await simulator.fetch(await toRequest(incoming, url.replace(below, "")));
    outgoing.writeHead(answer.status).end(await answer.text());
  };
  const server = tls === undefined ? createServer(forward) : createTlsServer(tls, forward);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    paths,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function toRequest(incoming: IncomingMessage, path: string): Promise<Request> {
  const { method = "GET", headers } = incoming;
  let body = "";
  for await (const chunk of incoming) body += chunk;
  const { authorization = "", "x-api-key": key = "" } = headers;
  const init = { method, headers: { authorization, ...(key === "" ? {} : { "x-api-key": String(key) }) } };
  return new Request(`http://simulator.test${path}`, body === "" ? init : { ...init, body });
}
