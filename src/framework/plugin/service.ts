/** Answers one unary call: takes the request's protobuf bytes and returns the response's. */
export type UnaryHandler = (request: Uint8Array) => Promise<Uint8Array>;

/**
 * Answers one server-streaming call: takes the request's protobuf bytes and yields the messages of the answer. Usually
 * an async generator. The next message is requested when the peer has room for it. The signal aborts when the peer
 * leaves.
 */
export type StreamHandler = (request: Uint8Array, signal: AbortSignal) => AsyncIterable<Uint8Array>;

/** One gRPC service. A call of a method that is neither in `unary` nor in `streams` gets UNIMPLEMENTED. */
export interface PluginService {
  /** Full protobuf name, such as "tfplugin6.Provider". */
  readonly name: string;
  readonly unary: Readonly<Record<string, UnaryHandler>>;
  readonly streams?: Readonly<Record<string, StreamHandler>>;
}

/** Level of a log line. */
export type PluginLogLevel = "trace" | "debug" | "info" | "warn" | "error";

/** Writes one line to the log. */
export type PluginLog = (level: PluginLogLevel, message: string, fields?: Record<string, unknown>) => void;

/** What a server needs to know about the plugin that it serves. */
export interface ServeOptions {
  /** The protocol's major version, 6 for tfplugin6. */
  readonly protocolVersion: number;
  readonly services: readonly PluginService[];
  readonly log: PluginLog;
  /** Runs once before the process ends. */
  readonly onShutdown?: () => void | Promise<void>;
}

/** The services of one connection. */
export interface ConnectionServices {
  readonly services: ServeOptions["services"];
  /** Runs once when the connection has ended. */
  close(): Promise<void>;
}

/** Options of a server within an existing process, which serves several provider blocks and runs at the same time. */
export interface ReattachOptions extends Omit<ServeOptions, "services"> {
  /** A function is called for each connection. Terraform opens one connection for each provider block. */
  readonly services: ServeOptions["services"] | (() => ConnectionServices);
}

/** Options of a server with a process of its own. A function loads the services after the handshake line is written. */
export interface ProcessOptions extends Omit<ServeOptions, "services"> {
  readonly services: ServeOptions["services"] | (() => Promise<ServeOptions["services"]>);
}
