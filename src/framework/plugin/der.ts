/** Encoders for the DER types that a certificate consists of (X.690). */
export const der = {
  sequence: (...parts: Uint8Array[]) => value(0x30, ...parts),
  set: (...parts: Uint8Array[]) => value(0x31, ...parts),
  integer: (bytes: Uint8Array) => value(0x02, minimalPositive(bytes)),
  boolean: (yes: boolean) => value(0x01, Uint8Array.of(yes ? 0xff : 0)),
  utf8String: (text: string) => value(0x0c, Buffer.from(text)),
  octetString: (content: Uint8Array) => value(0x04, content),
  /** The lowest `unused` bits of the last byte are padding. */
  bitString: (content: Uint8Array, unused = 0) => value(0x03, Uint8Array.of(unused), content),
  /** Takes the identifier as its encoded bytes in hex. */
  objectId: (hex: string) => value(0x06, Buffer.from(hex, "hex")),
  time: (at: Date) => time(at),
  /** A context-specific tag around whole values. */
  explicit: (tag: number, ...parts: Uint8Array[]) => value(0xa0 | tag, ...parts),
  /** A context-specific tag that replaces the tag of a primitive value. */
  implicit: (tag: number, content: Uint8Array) => value(0x80 | tag, content),
};

function value(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.of(tag), lengthOf(content.length), content]);
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const digits = base256(length);
  return Uint8Array.of(0x80 | digits.length, ...digits);
}

function base256(number: number): number[] {
  const rest = Math.floor(number / 256);
  return rest === 0 ? [number % 256] : [...base256(rest), number % 256];
}

// One leading zero byte keeps the number positive if its top bit is set. Strict readers such as Go's refuse any other.
function minimalPositive(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  if (first === -1) return Uint8Array.of(0);
  const digits = bytes.subarray(first);
  return (digits[0] ?? 0) < 0x80 ? digits : Uint8Array.of(0, ...digits);
}

// RFC 5280 section 4.1.2.5: years through 2049 have two digits, years from 2050 have four. Times are in UTC.
function time(at: Date): Buffer {
  const iso = at.toISOString();
  const digits = `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 10)}${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
  return at.getUTCFullYear() < 2050
    ? value(0x17, Buffer.from(digits.slice(2), "latin1"))
    : value(0x18, Buffer.from(digits, "latin1"));
}
