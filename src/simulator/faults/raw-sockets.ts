import type { Server } from "node:http";
import type { Socket } from "node:net";

/** The sockets below the connections of a server: over TLS, the only place for bytes that are not encrypted. */
export interface RawSockets {
  /** The socket that the connection with this remote port runs over. */
  below(remotePort: number | undefined): Socket | undefined;
}

/** Keeps the sockets of a server for as long as they live; tells of each as it is opened. */
export function keepRawSockets(server: Server, opened: (socket: Socket) => void): RawSockets {
  const open = new Map<number, Socket>();
  server.on("connection", (socket: Socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    open.set(remotePort, socket);
    socket.once("close", () => open.delete(remotePort));
    opened(socket);
  });
  return { below: (remotePort) => (remotePort === undefined ? undefined : open.get(remotePort)) };
}

// A fatal alert (RFC 8446, section 6) as it is sent before there are keys. Later it is a record of a wrong kind.
const alert = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]);

/** Sends what TLS cannot go on after, and ends the connection. */
export function breakTls(socket: Socket): void {
  socket.end(alert, () => socket.destroySoon());
}
