import { readRange } from "../../../src/framework/protocol/msgpack/refinements";
import { Unknown } from "../../../src/framework/value";

/** Bytes from text such as "d4 00 00"; words in single quotes stand for their UTF-8: "a3 'foo'". */
export function fromHex(text: string): Uint8Array {
  const parts = text.match(/'[^']*'|[0-9a-f]{2}|\S/g) ?? [];
  return Buffer.concat(
    parts.map((part) => (part.startsWith("'") ? Buffer.from(part.slice(1, -1)) : Buffer.from(part, "hex"))),
  );
}

/** The other way round, without words: "d4 00 00". */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("hex")
    .replace(/..(?!$)/g, "$& ");
}

/** An unknown value of which something is known: the body of its extension, as `fromHex` takes it. */
export function refined(body: string): Unknown {
  const bytes = Uint8Array.from(fromHex(body));
  return new Unknown(bytes, readRange(bytes));
}
