/** The gRPC status codes that this server answers with. */
export const GrpcCode = {
  OK: 0,
  RESOURCE_EXHAUSTED: 8,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
} as const;

/** One of {@link GrpcCode}. */
export type GrpcCode = (typeof GrpcCode)[keyof typeof GrpcCode];

/** An error with the gRPC status that the caller receives. */
export class GrpcError extends Error {
  override readonly name = "GrpcError";
  readonly code: GrpcCode;

  constructor(code: GrpcCode, message: string) {
    super(message);
    this.code = code;
  }
}

const LONGEST_MESSAGE = 4096;

/** Encodes a text for the trailer `grpc-message`: printable ASCII stays, the rest becomes percent-encoded UTF-8. */
export function encodeGrpcMessage(message: string): string {
  return [...Buffer.from(message.slice(0, LONGEST_MESSAGE))].map(encodeByte).join("");
}

function encodeByte(byte: number): string {
  const plain = byte >= 0x20 && byte <= 0x7e && byte !== 0x25;
  return plain ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** The status code and message that the caller receives for an error. They never include a stack. */
export function statusOf(error: unknown): { code: GrpcCode; message: string } {
  if (error instanceof GrpcError) return { code: error.code, message: error.message };
  const message = (error as { message?: unknown } | null | undefined)?.message;
  return { code: GrpcCode.INTERNAL, message: typeof message === "string" ? message : String(error) };
}
