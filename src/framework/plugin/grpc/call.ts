import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerHttp2Stream } from "node:http2";
import type { PluginLog, PluginService, UnaryHandler } from "../service";
import { frameMessage, receiveMessage } from "./message";
import { encodeGrpcMessage, GrpcCode, GrpcError, statusOf } from "./status";

/** How a method answers: once, or never, with the stream held open until the caller leaves. */
export type Method = UnaryHandler | "held open";

/** Methods by path, such as "/plugin.GRPCController/Shutdown". */
export type MethodTable = ReadonlyMap<string, Method>;

/** One call as it came in. */
export interface Call {
  readonly stream: ServerHttp2Stream;
  readonly headers: IncomingHttpHeaders;
  readonly methods: MethodTable;
  readonly log: PluginLog;
}

const CONTENT_TYPE = "application/grpc";
const ANSWER = { ":status": 200, "content-type": CONTENT_TYPE };
const OK = { "grpc-status": String(GrpcCode.OK) };

/** The table of all unary methods of some services. */
export function unaryMethods(services: readonly PluginService[]): Map<string, Method> {
  return new Map(
    services.flatMap(({ name, unary }) =>
      Object.entries(unary).map(([method, handler]) => [`/${name}/${method}`, handler] as const),
    ),
  );
}

/** Serves one call to its end; never rejects. */
export async function serveCall({ stream, headers, methods, log }: Call): Promise<void> {
  const path = headers[":path"] ?? "";
  // A reset by the caller is its right; the stream's end says all there is to say.
  stream.on("error", (error) => log("trace", "stream broke off", { path, error: error.message }));
  try {
    if (!headers["content-type"]?.startsWith(CONTENT_TYPE)) return refuseForeign(stream);
    const method = methods.get(path);
    if (method === undefined) throw new GrpcError(GrpcCode.UNIMPLEMENTED, `unknown method ${path}`);
    if (method === "held open") return holdOpen(stream);
    const request = await receiveMessage(stream);
    if (request !== undefined) answer(stream, await method(request));
  } catch (error) {
    fail(stream, error);
  }
}

function answer(stream: ServerHttp2Stream, message: Uint8Array): void {
  if (hasLeft(stream)) return;
  stream.respond(ANSWER, { waitForTrailers: true });
  stream.once("wantTrailers", () => stream.sendTrailers(OK));
  for (const piece of frameMessage(message)) stream.write(piece);
  stream.end();
}

function fail(stream: ServerHttp2Stream, error: unknown): void {
  if (hasLeft(stream) || stream.headersSent) return;
  const { code, message } = statusOf(error);
  endWith(stream, { ...ANSWER, "grpc-status": String(code), "grpc-message": encodeGrpcMessage(message) });
}

// The gRPC protocol over HTTP/2: what is no gRPC gets 415 at the HTTP level.
function refuseForeign(stream: ServerHttp2Stream): void {
  endWith(stream, { ":status": 415 });
}

function holdOpen(stream: ServerHttp2Stream): void {
  stream.respond(ANSWER);
  stream.resume();
}

function endWith(stream: ServerHttp2Stream, headers: OutgoingHttpHeaders): void {
  stream.respond(headers, { endStream: true });
  stream.resume();
}

function hasLeft(stream: ServerHttp2Stream): boolean {
  return stream.destroyed || stream.closed || stream.aborted;
}
