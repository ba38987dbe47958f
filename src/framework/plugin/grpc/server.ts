import { createSecureServer, createServer, type ServerHttp2Session } from "node:http2";
import type { Socket } from "node:net";
import type { Certificate } from "../certificate";
import type { PluginLog } from "../service";
import { type Connection, type MethodTable, serveCall } from "./call";

/** The certificates of a server that accepts one client only. */
export interface MutualTls {
  readonly own: Pick<Certificate, "pem" | "keyPem">;
  /** The client's self-signed certificate. */
  readonly clientPem: string;
}

/** Options of a gRPC server. */
export interface GrpcServerOptions {
  /** One table for all connections, or a function that is called for each connection. */
  readonly methods: MethodTable | (() => Connection);
  /** Null: the server speaks plain text. */
  readonly tls: MutualTls | null;
  readonly log: PluginLog;
  /** Called with the number of open connections whenever it changes. */
  readonly onConnections?: (count: number) => void;
}

/** A gRPC server. The caller accepts the connections and hands them over. */
export interface GrpcServer {
  /** Takes over a new connection. */
  accept(socket: Socket): void;
  /** Resolves once no call runs. Streams that are held open do not count as calls. */
  whenIdle(): Promise<void>;
  /** Resolves once no connection is open. */
  whenAlone(): Promise<void>;
  /** Cuts every connection. */
  disconnect(): void;
}

const MIB = 1024 * 1024;
// Only the window of a stream is enlarged. To enlarge the connection's window takes Http2Session.setLocalWindowSize;
// Bun stops updating windows after that call, and a request longer than the window hangs.
const SETTINGS = { initialWindowSize: 8 * MIB, maxFrameSize: MIB, maxConcurrentStreams: 100_000 };
// In MiB. Node refuses new streams of a connection that uses more memory than this, queued replies included.
const SESSION_MEMORY = 4096;

/** Creates a gRPC server over node:http2. */
export function createGrpcServer({ methods, tls, log, onConnections }: GrpcServerOptions): GrpcServer {
  const sessions = new Map<ServerHttp2Session, Connection>();
  const connect = typeof methods === "function" ? methods : () => ({ methods });
  const running = new Set<Promise<void>>();
  const server = tls === null ? createServer(limits()) : createSecureServer(mutual(tls));

  server.on("session", (session) => {
    const connection: Connection = connect();
    sessions.set(session, connection);
    session.once("close", () => {
      sessions.delete(session);
      connection.onClose?.();
      onConnections?.(sessions.size);
    });
    onConnections?.(sessions.size);
  });
  server.on("stream", (stream, headers) => {
    const connection = stream.session && sessions.get(stream.session as ServerHttp2Session);
    if (!connection) return stream.close();
    const work = serveCall({ stream, headers, methods: connection.methods, log }).finally(() =>
      running.delete(work),
    );
    running.add(work);
  });
  server.on("sessionError", (error) => log("debug", "a connection broke off", { error: error.message }));
  server.on("tlsClientError", (error) => log("warn", "a client was refused", { error: error.message }));

  return {
    accept: (socket) => void server.emit("connection", socket),
    async whenIdle() {
      while (running.size > 0) await Promise.all(running);
    },
    async whenAlone() {
      for (const session of sessions.keys()) await new Promise((closed) => session.once("close", closed));
    },
    disconnect() {
      for (const session of sessions.keys()) session.destroy();
    },
  };
}

function limits() {
  return { settings: SETTINGS, maxSessionMemory: SESSION_MEMORY };
}

function mutual({ own, clientPem }: MutualTls) {
  return {
    ...limits(),
    key: own.keyPem,
    cert: own.pem,
    ca: clientPem,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: "TLSv1.2" as const,
  };
}
