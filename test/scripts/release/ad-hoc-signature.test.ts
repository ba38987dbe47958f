import { createHash } from "node:crypto";
import { signAdHoc } from "../../../scripts/release/ad-hoc-signature.mjs";

const codeSize = 10_000;
const staleSize = 64;
const headerAt = 32;
const commandsAt = { text: headerAt, linkEdit: headerAt + 72, signature: headerAt + 144 };

/** As little of a program for macOS as a signature needs: two segments, and a signature that does not fit. */
function program(): Buffer {
  const bytes = Buffer.alloc(codeSize + staleSize, 7);
  bytes.writeUInt32LE(3, 16);
  writeSegment(bytes, commandsAt.text, "__TEXT", 0, 8_192);
  writeSegment(bytes, commandsAt.linkEdit, "__LINKEDIT", 8_192, bytes.length - 8_192);
  [0x1d, 16, codeSize, staleSize].forEach((word, index) => {
    bytes.writeUInt32LE(word, commandsAt.signature + index * 4);
  });
  return bytes;
}

function writeSegment(bytes: Buffer, at: number, name: string, offset: number, size: number): void {
  bytes.fill(0, at, at + 72);
  bytes.writeUInt32LE(0x19, at);
  bytes.writeUInt32LE(72, at + 4);
  bytes.write(name, at + 8);
  bytes.writeBigUInt64LE(BigInt(offset), at + 40);
  bytes.writeBigUInt64LE(BigInt(size), at + 48);
}

/** The directory of hashes, read by the offsets that the signature itself gives. */
function directoryOf(signed: Buffer) {
  const blob = signed.subarray(signed.readUInt32LE(commandsAt.signature + 8));
  const directory = blob.subarray(blob.readUInt32BE(16));
  const [hashes, name] = [directory.readUInt32BE(16), directory.readUInt32BE(20)];
  const count = directory.readUInt32BE(28);
  return {
    size: blob.readUInt32BE(4),
    flags: directory.readUInt32BE(12),
    limit: directory.readUInt32BE(32),
    name: directory.toString("latin1", name, directory.indexOf(0, name)),
    hashes: Array.from({ length: count }, (_, page) =>
      directory.subarray(hashes + page * 32, hashes + page * 32 + 32).toString("hex"),
    ),
  };
}

test("every page of the signed program has the hash that its signature names, the last one cut short", () => {
  const signed: Buffer = signAdHoc(program(), "example");

  const { hashes, limit } = directoryOf(signed);
  const pages = [0, 4_096, 8_192].map((start) => signed.subarray(start, Math.min(start + 4_096, codeSize)));
  expect(limit).toBe(codeSize);
  expect(hashes).toEqual(pages.map((page) => createHash("sha256").update(page).digest("hex")));
});

test("the signature is nobody's, is named, and ends with the file as its segment does", () => {
  const signed: Buffer = signAdHoc(program(), "example");

  const { flags, name, size } = directoryOf(signed);
  expect({ flags, name }).toEqual({ flags: 0x20002, name: "example" });
  expect(size).toBe(signed.length - codeSize);
  expect(signed.readUInt32LE(commandsAt.signature + 12)).toBe(size);
  expect(signed.readBigUInt64LE(commandsAt.linkEdit + 48)).toBe(BigInt(signed.length - 8_192));
  expect(signed.readBigUInt64LE(commandsAt.linkEdit + 32) % 4_096n).toBe(0n);
});

test("a program without room for a signature is refused", () => {
  const bytes = program();
  bytes.writeUInt32LE(2, 16);

  expect(() => signAdHoc(bytes, "example")).toThrow(/\bno room\b/);
});
