import type { OutgoingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { frameMessage } from "./message";
import { encodeGrpcMessage, GrpcCode, statusOf } from "./status";

/** Content type of all gRPC messages. */
export const CONTENT_TYPE = "application/grpc";
/** Headers of every answer. */
export const ANSWER = { ":status": 200, "content-type": CONTENT_TYPE };
/** Trailers of an answer without an error. */
export const OK: OutgoingHttpHeaders = { "grpc-status": String(GrpcCode.OK) };

/** Answers with one message. */
export function answerOnce(stream: ServerHttp2Stream, message: Uint8Array): void {
  if (hasLeft(stream)) return;
  stream.respond(ANSWER, { waitForTrailers: true });
  stream.once("wantTrailers", () => stream.sendTrailers(OK));
  for (const piece of frameMessage(message)) stream.write(piece);
  stream.end();
}

/** Answers with an error and no message. Does nothing if an answer has begun. */
export function fail(stream: ServerHttp2Stream, error: unknown): void {
  if (hasLeft(stream) || stream.headersSent) return;
  endWith(stream, { ...ANSWER, ...trailersOf(error) });
}

/** Trailers of an answer that ends with an error. */
export function trailersOf(error: unknown): OutgoingHttpHeaders {
  const { code, message } = statusOf(error);
  return { "grpc-status": String(code), "grpc-message": encodeGrpcMessage(message) };
}

/** Answers with headers and nothing else. */
export function endWith(stream: ServerHttp2Stream, headers: OutgoingHttpHeaders): void {
  stream.respond(headers, { endStream: true });
  stream.resume();
}

/** Whether the caller has left, so that nothing can be sent any more. */
export function hasLeft(stream: ServerHttp2Stream): boolean {
  return stream.destroyed || stream.closed || stream.aborted;
}
