import { isUtf8 } from "node:buffer";

/** An extension value: Terraform's unknown values are extensions. */
export interface Extension {
  readonly type: number;
  readonly body: Uint8Array;
}

/** Invalid MessagePack, or another value than expected. */
export class MsgpackError extends Error {
  override readonly name = "MsgpackError";
}

/** Reads MessagePack token by token; the schema's type says which token comes next. */
export class MsgpackReader {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get atEnd(): boolean {
    return this.#offset >= this.#bytes.length;
  }

  /** Consumes a nil, if there is one. */
  tryNil(): boolean {
    if (this.#bytes[this.#offset] !== 0xc0) return false;
    this.#offset += 1;
    return true;
  }

  /** Consumes these bytes if they come next. */
  trySame(bytes: Uint8Array): boolean {
    for (let index = 0; index < bytes.length; index += 1) {
      if (this.#bytes[this.#offset + index] !== bytes[index]) return false;
    }
    this.#offset += bytes.length;
    return true;
  }

  /** Consumes an extension of any type, if there is one. */
  tryExtension(): Extension | undefined {
    const code = this.#bytes[this.#offset] ?? 0;
    if (code >= 0xd4 && code <= 0xd8) {
      this.#offset += 1;
      return this.#extension(2 ** (code - 0xd4));
    }
    if (code < 0xc7 || code > 0xc9) return undefined;
    this.#offset += 1;
    return this.#extension(this.#size(code - 0xc7));
  }

  bool(): boolean {
    const code = this.#code();
    if (code === 0xc2 || code === 0xc3) return code === 0xc3;
    throw this.#unexpected("a bool", code);
  }

  string(): string {
    const length = this.#stringLength();
    const start = this.#skip(length);
    const text = this.#bytes.toString("utf8", start, start + length);
    if (text.includes("\ufffd") && !isUtf8(this.#bytes.subarray(start, start + length))) {
      throw new MsgpackError("a text is no valid UTF-8");
    }
    return text;
  }

  binary(): Uint8Array {
    const code = this.#code();
    if (code < 0xc4 || code > 0xc6) throw this.#unexpected("binary data", code);
    return this.#take(this.#size(code - 0xc4));
  }

  arrayHeader(): number {
    const code = this.#code();
    if (code >= 0x90 && code <= 0x9f) return code & 0x0f;
    if (code === 0xdc || code === 0xdd) return this.#size(code - 0xdc + 1);
    throw this.#unexpected("an array", code);
  }

  mapHeader(): number {
    const code = this.#code();
    if (code >= 0x80 && code <= 0x8f) return code & 0x0f;
    if (code === 0xde || code === 0xdf) return this.#size(code - 0xde + 1);
    throw this.#unexpected("a map", code);
  }

  /** A number in any of its forms: integer, float, or decimal text where neither holds it. */
  number(): number | bigint | string {
    const code = this.#bytes[this.#offset] ?? 0;
    if (code <= 0x7f || code >= 0xe0) return this.#bytes.readInt8(this.#skip(1));
    if ((code >= 0xa0 && code <= 0xbf) || (code >= 0xd9 && code <= 0xdb)) return this.string();
    this.#skip(1);
    switch (code) {
      case 0xca:
        return this.#bytes.readFloatBE(this.#skip(4));
      case 0xcb:
        return this.#bytes.readDoubleBE(this.#skip(8));
      case 0xcc:
        return this.#bytes.readUInt8(this.#skip(1));
      case 0xcd:
        return this.#bytes.readUInt16BE(this.#skip(2));
      case 0xce:
        return this.#bytes.readUInt32BE(this.#skip(4));
      case 0xcf:
        return this.#bytes.readBigUInt64BE(this.#skip(8));
      case 0xd0:
        return this.#bytes.readInt8(this.#skip(1));
      case 0xd1:
        return this.#bytes.readInt16BE(this.#skip(2));
      case 0xd2:
        return this.#bytes.readInt32BE(this.#skip(4));
      case 0xd3:
        return this.#bytes.readBigInt64BE(this.#skip(8));
      default:
        throw this.#unexpected("a number", code);
    }
  }

  #stringLength(): number {
    const code = this.#code();
    if (code >= 0xa0 && code <= 0xbf) return code & 0x1f;
    if (code >= 0xd9 && code <= 0xdb) return this.#size(code - 0xd9);
    throw this.#unexpected("a string", code);
  }

  #extension(length: number): Extension {
    const type = this.#bytes.readInt8(this.#skip(1));
    return { type, body: this.#take(length) };
  }

  /** A size of 8, 16 or 32 bits. */
  #size(width: number): number {
    if (width === 0) return this.#bytes.readUInt8(this.#skip(1));
    return width === 1 ? this.#bytes.readUInt16BE(this.#skip(2)) : this.#bytes.readUInt32BE(this.#skip(4));
  }

  #code(): number {
    return this.#bytes.readUInt8(this.#skip(1));
  }

  #take(length: number): Buffer {
    const start = this.#skip(length);
    return this.#bytes.subarray(start, start + length);
  }

  #skip(length: number): number {
    const start = this.#offset;
    if (start + length > this.#bytes.length) throw new MsgpackError("the message ends too early");
    this.#offset = start + length;
    return start;
  }

  #unexpected(wanted: string, code: number): MsgpackError {
    return new MsgpackError(
      `expected ${wanted} at byte ${this.#offset - 1}, found code 0x${code.toString(16)}`,
    );
  }
}
