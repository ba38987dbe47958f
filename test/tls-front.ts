import net, { type AddressInfo, type Server } from "node:net";
import tls from "node:tls";
import type { ServerIdentity } from "./authority";

/** A server that hands on bytes; what it was asked for, and its end. */
export interface Front {
  readonly port: number;
  /** What CONNECT was asked for, such as `hub.example:443`; empty for a server that is no proxy. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Takes TLS off connections and hands them on to a port of this machine. */
export function startTlsFront(identity: ServerIdentity, port: number): Promise<Front> {
  return listening(
    tls.createServer(identity, (socket) => join(socket, port)),
    [],
  );
}

/** A proxy that answers CONNECT, whatever the host, with a tunnel to one port; it speaks TLS itself where told to. */
export function startProxy(port: number, identity?: ServerIdentity): Promise<Front> {
  const asked: string[] = [];
  const serve = (socket: net.Socket) => {
    socket.on("error", () => {});
    socket.once("data", (head) => {
      const [, target] = /^CONNECT (\S+) HTTP\/1\.1\r\n/.exec(head.toString("latin1")) ?? [];
      if (target === undefined) {
        socket.end("HTTP/1.1 405 Method Not Allowed\r\n\r\n");
        return;
      }
      asked.push(target);
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      join(socket, port);
    });
  };
  const server = identity === undefined ? net.createServer(serve) : tls.createServer(identity, serve);
  return listening(server, asked);
}

function join(socket: net.Socket, port: number): void {
  const upstream = net.connect(port, "127.0.0.1");
  socket.on("error", () => upstream.destroy());
  upstream.on("error", () => socket.destroy());
  socket.pipe(upstream).pipe(socket);
}

async function listening(server: Server, asked: readonly string[]): Promise<Front> {
  const open = new Set<net.Socket>();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  // A client that does not trust the certificate hangs up.
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
