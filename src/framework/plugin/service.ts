/** Answers one unary call: the request's protobuf bytes in, the response's out. */
export type UnaryHandler = (request: Uint8Array) => Promise<Uint8Array>;

/**
 * Answers one server-streaming call: the request's protobuf bytes in, the messages of the answer out, usually an
 * async generator. The next message is asked for when the peer has room for it. The signal ends when the peer leaves.
 */
export type StreamHandler = (request: Uint8Array, signal: AbortSignal) => AsyncIterable<Uint8Array>;

/** One gRPC service; methods that are neither in `unary` nor in `streams` answer UNIMPLEMENTED. */
export interface PluginService {
  /** Full protobuf name, such as "tfplugin6.Provider". */
  readonly name: string;
  readonly unary: Readonly<Record<string, UnaryHandler>>;
  readonly streams?: Readonly<Record<string, StreamHandler>>;
}

/** How loud a line of the log is. */
export type PluginLogLevel = "trace" | "debug" | "info" | "warn" | "error";

/** Where the server tells what happens to it. */
export type PluginLog = (level: PluginLogLevel, message: string, fields?: Record<string, unknown>) => void;

/** What a server needs to know of the plugin it serves. */
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

/** The same within another process, where several provider blocks and runs are served at a time. */
export interface ReattachOptions extends Omit<ServeOptions, "services"> {
  /** A function makes services for each connection: Terraform opens one for each provider block. */
  readonly services: ServeOptions["services"] | (() => ConnectionServices);
}

/** The same for a process of its own, which may load its services when the host has been answered. */
export interface ProcessOptions extends Omit<ServeOptions, "services"> {
  readonly services: ServeOptions["services"] | (() => Promise<ServeOptions["services"]>);
}
