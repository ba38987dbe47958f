const INITIAL_SIZE = 256;
/** Sizes of an extension that have a code of their own. */
const FIXED_EXTENSIONS: readonly number[] = [1, 2, 4, 8, 16];

/** Writes MessagePack into a buffer that grows. Only the forms that Terraform reads. */
export class MsgpackWriter {
  #buffer = Buffer.allocUnsafe(INITIAL_SIZE);
  #length = 0;

  /** The bytes written so far. */
  finish(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  nil(): void {
    this.#byte(0xc0);
  }

  bool(value: boolean): void {
    this.#byte(value ? 0xc3 : 0xc2);
  }

  /** An integer in the smallest form, anything else as a 64-bit float. */
  number(value: number): void {
    if (!Number.isSafeInteger(value)) this.#float(value);
    else if (value >= 0) this.#unsigned(value);
    else this.#negative(value);
  }

  /** An integer of 64 bits. */
  bigint(value: bigint): void {
    this.#reserve(9);
    this.#buffer[this.#length] = value < 0n ? 0xd3 : 0xcf;
    this.#buffer.writeBigUInt64BE(BigInt.asUintN(64, value), this.#length + 1);
    this.#length += 9;
  }

  string(value: string): void {
    const length = Buffer.byteLength(value);
    this.#header(length, [0xd9, 0xda, 0xdb], length < 32 ? 0xa0 : undefined);
    this.#reserve(length);
    this.#length += this.#buffer.write(value, this.#length);
  }

  binary(bytes: Uint8Array): void {
    this.#header(bytes.length, [0xc4, 0xc5, 0xc6]);
    this.raw(bytes);
  }

  arrayHeader(length: number): void {
    this.#header(length, [undefined, 0xdc, 0xdd], length < 16 ? 0x90 : undefined);
  }

  mapHeader(length: number): void {
    this.#header(length, [undefined, 0xde, 0xdf], length < 16 ? 0x80 : undefined);
  }

  /** An extension of up to 65,535 bytes. */
  extension(type: number, body: Uint8Array): void {
    const fixed = FIXED_EXTENSIONS.indexOf(body.length);
    if (fixed >= 0) this.#byte(0xd4 + fixed);
    else this.#header(body.length, [0xc7, 0xc8, 0xc9]);
    this.#byte(type);
    this.raw(body);
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #unsigned(value: number): void {
    if (value < 0x80) this.#byte(value);
    else if (value <= 0xffffffff) this.#header(value, [0xcc, 0xcd, 0xce]);
    else this.bigint(BigInt(value));
  }

  #negative(value: number): void {
    if (value >= -0x20) this.#byte(value & 0xff);
    else if (value >= -0x80) this.#header(value & 0xff, [0xd0]);
    else if (value >= -0x8000) this.#header(value & 0xffff, [undefined, 0xd1]);
    else if (value >= -0x80000000) this.#header(value >>> 0, [undefined, undefined, 0xd2]);
    else this.bigint(BigInt(value));
  }

  #float(value: number): void {
    this.#reserve(9);
    this.#buffer[this.#length] = 0xcb;
    this.#length = this.#buffer.writeDoubleBE(value, this.#length + 1);
  }

  /** A size in 8, 16 or 32 bits behind its code; `short` is the code that carries the size itself. */
  #header(size: number, codes: readonly (number | undefined)[], short?: number): void {
    this.#reserve(5);
    if (short !== undefined) {
      this.#byte(short | size);
    } else if (size <= 0xff && codes[0] !== undefined) {
      this.#buffer[this.#length] = codes[0];
      this.#length = this.#buffer.writeUInt8(size, this.#length + 1);
    } else if (size <= 0xffff && codes[1] !== undefined) {
      this.#buffer[this.#length] = codes[1];
      this.#length = this.#buffer.writeUInt16BE(size, this.#length + 1);
    } else {
      this.#buffer[this.#length] = codes[2] ?? 0;
      this.#length = this.#buffer.writeUInt32BE(size, this.#length + 1);
    }
  }

  #byte(value: number): void {
    this.#reserve(1);
    this.#buffer[this.#length++] = value;
  }

  #reserve(room: number): void {
    if (this.#length + room <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + room));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}
