import type { IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import type { PluginLog, PluginService, StreamHandler, UnaryHandler } from "../service";
import { ANSWER, answerOnce, CONTENT_TYPE, endWith, fail } from "./answer";
import { receiveMessage } from "./message";
import { answerInMessages } from "./server-stream";
import { GrpcCode, GrpcError } from "./status";

/** How a method answers: with one message, with many, or with none on a stream that is held open for the caller. */
export type Method = UnaryHandler | { readonly stream: StreamHandler } | "held open";

/** Methods by path, such as "/plugin.GRPCController/Shutdown". */
export type MethodTable = ReadonlyMap<string, Method>;

/** The methods of one connection. */
export interface Connection {
  readonly methods: MethodTable;
  /** Called once when the connection has ended. */
  onClose?(): void;
}

/** One incoming call. */
export interface Call {
  readonly stream: ServerHttp2Stream;
  readonly headers: IncomingHttpHeaders;
  readonly methods: MethodTable;
  readonly log: PluginLog;
}

/** Builds the method table of these services. */
export function serviceMethods(services: readonly PluginService[]): Map<string, Method> {
  return new Map(services.flatMap(methodsOf));
}

function methodsOf({ name, unary, streams = {} }: PluginService): [string, Method][] {
  const methods: [string, Method][] = [
    ...Object.entries(unary),
    ...Object.entries(streams).map(([method, stream]): [string, Method] => [method, { stream }]),
  ];
  return methods.map(([method, handler]) => [`/${name}/${method}`, handler]);
}

/** Serves one call to its end; never rejects. */
export async function serveCall({ stream, headers, methods, log }: Call): Promise<void> {
  const path = headers[":path"] ?? "";
  // A caller may reset its stream at any time. The error is only logged: "close" follows, and the server acts on that.
  stream.on("error", (error) => log("trace", "stream broke off", { path, error: error.message }));
  try {
    if (!headers["content-type"]?.startsWith(CONTENT_TYPE)) return refuseForeign(stream);
    const method = methods.get(path);
    if (method === undefined) throw new GrpcError(GrpcCode.UNIMPLEMENTED, `unknown method ${path}`);
    if (method === "held open") return holdOpen(stream);
    const request = await receiveMessage(stream);
    if (request === undefined) return;
    if (typeof method === "function") answerOnce(stream, await method(request));
    else await answerInMessages(stream, (signal) => method.stream(request, signal));
  } catch (error) {
    fail(stream, error);
  }
}

// "gRPC over HTTP/2" demands HTTP status 415 for a request with another content type.
function refuseForeign(stream: ServerHttp2Stream): void {
  endWith(stream, { ":status": 415 });
}

function holdOpen(stream: ServerHttp2Stream): void {
  stream.respond(ANSWER);
  stream.resume();
}
