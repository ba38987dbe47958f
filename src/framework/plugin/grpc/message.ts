import type { Readable } from "node:stream";
import { GrpcCode, GrpcError } from "./status";

const PREFIX_LENGTH = 5;
const JOINED_UP_TO = 64 * 1024;

/** The longest request that the server accepts: 512 MiB. */
export const RECEIVE_LIMIT = 512 * 1024 * 1024;

/** Puts the length prefix before a message. A small message is copied into one buffer; a large one is not copied. */
export function frameMessage(message: Uint8Array): Uint8Array[] {
  const prefix = Buffer.alloc(PREFIX_LENGTH);
  prefix.writeUInt32BE(message.length, 1);
  return message.length <= JOINED_UP_TO ? [Buffer.concat([prefix, message])] : [prefix, message];
}

/**
 * Takes the message out of the body of a unary request.
 * @throws GrpcError when the message is missing, compressed, cut short or not the only one
 */
export function unframeMessage(body: Buffer): Uint8Array {
  if (body.length < PREFIX_LENGTH) throw new GrpcError(GrpcCode.INTERNAL, "the request has no message");
  const length = checkPrefix(body, Number.POSITIVE_INFINITY);
  const end = PREFIX_LENGTH + length;
  if (body.length < end) throw new GrpcError(GrpcCode.INTERNAL, "the request was cut short");
  if (body.length > end) throw new GrpcError(GrpcCode.UNIMPLEMENTED, "a unary call takes one message");
  // Decoders get a Uint8Array, never a Buffer: Uint8Array.slice copies, but Buffer.slice shares memory.
  return new Uint8Array(body.buffer, body.byteOffset + PREFIX_LENGTH, length);
}

/**
 * Reads a unary request to its end. Resolves to undefined when the caller leaves before the end.
 * @throws GrpcError as {@link unframeMessage}, and when the message is longer than `limit`; as early as possible
 */
export function receiveMessage(stream: Readable, limit = RECEIVE_LIMIT): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let received = 0;
    const take = (piece: Buffer) => {
      pieces.push(piece);
      received += piece.length;
      try {
        if (received > limit + PREFIX_LENGTH) tooLong(limit);
        if (received >= PREFIX_LENGTH && received - piece.length < PREFIX_LENGTH) {
          checkPrefix(join(pieces), limit);
        }
      } catch (error) {
        stream.off("data", take);
        reject(error);
      }
    };
    stream.on("data", take);
    stream.once("end", () => {
      try {
        resolve(unframeMessage(join(pieces)));
      } catch (error) {
        reject(error);
      }
    });
    stream.once("close", () => resolve(undefined));
  });
}

function join(pieces: readonly Buffer[]): Buffer {
  const [first] = pieces;
  return first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces);
}

function checkPrefix(body: Buffer, limit: number): number {
  // The status for an encoding that the server does not support is UNIMPLEMENTED (gRPC's "Compression" document).
  if (body[0] !== 0) throw new GrpcError(GrpcCode.UNIMPLEMENTED, "compressed messages are not understood");
  const length = body.readUInt32BE(1);
  if (length > limit) tooLong(limit);
  return length;
}

function tooLong(limit: number): never {
  throw new GrpcError(GrpcCode.RESOURCE_EXHAUSTED, `a message may have up to ${limit} bytes`);
}
