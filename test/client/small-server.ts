import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What to answer: a body, or one of the ways in which a server fails to. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly body?: string | Buffer;
  /** `cut` ends the connection without an answer, `half` in the middle of one; `never` says nothing, `stall` begins. */
  readonly fault?: "cut" | "half" | "never" | "stall";
}

/** Answers one request; awaited, so that a test can hold it back. */
export type Handler = (seen: Seen, number: number) => Answer | Promise<Answer>;

/** A real server on a free port, and everything it was asked. */
export interface SmallServer {
  readonly url: string;
  readonly seen: Seen[];
  /** How many requests had this method and path ending. */
  count(method: string, ending: string): number;
  close(): Promise<void>;
}

/** Starts a server that answers by the handler. */
export async function startServer(handler: Handler): Promise<SmallServer> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    let body = "";
    for await (const chunk of request) body += chunk;
    const one = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
    };
    seen.push(one);
    give(await handler(one, seen.length), response);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    count: (method, ending) =>
      seen.filter((one) => one.method === method && one.path.endsWith(ending)).length,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function give(answer: Answer, response: ServerResponse): void {
  if (answer.fault === "never") return;
  if (answer.fault === "cut") {
    response.socket?.destroy();
    return;
  }
  const body = answer.body ?? (answer.json === undefined ? "" : JSON.stringify(answer.json));
  const type = answer.json === undefined ? {} : { "content-type": "application/json" };
  if (answer.fault === "half" || answer.fault === "stall") {
    const end = answer.fault === "half" ? () => response.socket?.destroy() : () => {};
    response.writeHead(answer.status ?? 200, { ...type, "content-length": "1000" });
    response.write(body, end);
    return;
  }
  response.writeHead(answer.status ?? 200, { ...type, ...answer.headers });
  response.end(body);
}

/** An address where nobody listens. */
export async function deadUrl(): Promise<string> {
  const server = await startServer(() => ({}));
  await server.close();
  return server.url;
}

/** Waits for something that happens without the test's help. */
export async function until(filter: () => boolean): Promise<void> {
  while (!filter()) await new Promise((resolve) => setImmediate(resolve));
}
