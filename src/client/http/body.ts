import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** A body as text. */
export interface BodyText {
  readonly text: string;
  /** True when there was more than was wanted; the rest was thrown away with its connection. */
  readonly cut: boolean;
}

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Reads a body to its end, or to `maxBytes` of what it unpacks to. */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<BodyText> {
  const decoder = DECODERS[encoding?.trim().toLowerCase() ?? ""];
  // An error of either stream ends both, and reading reports it.
  const source = decoder === undefined ? body : pipeline(body, decoder(), () => {});
  const chunks: Buffer[] = [];
  let size = 0;
  let cut = false;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, maxBytes - size));
    size += chunk.length;
    if (size <= maxBytes) continue;
    cut = true;
    break;
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return { text: text.startsWith("\uFEFF") ? text.slice(1) : text, cut };
}
