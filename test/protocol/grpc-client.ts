import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  type IncomingHttpHeaders,
} from "node:http2";
import net from "node:net";
import tls from "node:tls";

/** How to reach a server: a socket's path or "host:port", in clear or with a certificate of its own. */
export interface Target {
  readonly network: string;
  readonly address: string;
  /** The only server certificate that is trusted, and the one shown to the server, all PEM. */
  readonly tls?: { readonly ca: string; readonly cert?: string; readonly key?: string };
}

/** How a call ended; `status` is null when the connection broke first. */
export interface Reply {
  readonly status: number | null;
  readonly message: string;
  /** What came as messages, with the prefix taken off. */
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
}

/** A connection on which calls can be made. */
export interface GrpcClient {
  call(path: string, message?: Uint8Array): Promise<Reply>;
  /** Opens a stream and leaves it to the caller. */
  open(path: string, headers?: Record<string, string>): ClientHttp2Stream;
  readonly session: ClientHttp2Session;
  close(): void;
}

/** Connects as a host would. */
export function connectGrpc(target: Target): GrpcClient {
  const session = connect("https://localhost", {
    createConnection: () => dial(target),
    settings: { initialWindowSize: 1024 * 1024 },
  });
  session.on("error", () => {});
  const open = (path: string, headers: Record<string, string> = {}) => {
    const stream = session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
      ...headers,
    });
    stream.on("error", () => {});
    return stream;
  };
  return {
    session,
    open,
    async call(path, message = new Uint8Array()) {
      const stream = open(path);
      const reply = readReply(stream);
      stream.end(Buffer.concat([prefixOf(message), message]));
      return reply;
    },
    close: () => session.destroy(),
  };
}

/** The five bytes before a message. */
export function prefixOf(message: Uint8Array): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return prefix;
}

/** Reads a stream to its end. */
export function readReply(stream: ClientHttp2Stream): Promise<Reply> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let headers: IncomingHttpHeaders = {};
    stream.on("response", (received) => {
      headers = { ...headers, ...received };
    });
    stream.on("trailers", (received) => {
      headers = { ...headers, ...received };
    });
    stream.on("data", (piece: Buffer) => pieces.push(piece));
    stream.once("close", () => {
      const status = headers["grpc-status"];
      resolve({
        status: status === undefined ? null : Number(status),
        message: decodeURIComponent(String(headers["grpc-message"] ?? "")),
        body: Buffer.concat(pieces).subarray(5),
        headers,
      });
    });
  });
}

function dial({ network, address, tls: keys }: Target): net.Socket {
  const place = network === "unix" ? { path: address } : portOf(address);
  return keys === undefined
    ? net.connect(place)
    : tls.connect({ ...place, ...keys, servername: "localhost", ALPNProtocols: ["h2"] });
}

function portOf(address: string): { host: string; port: number } {
  const url = new URL(`tcp://${address}`);
  return { host: url.hostname, port: Number(url.port) };
}
