import { open, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { crc32 } from "node:zlib";
import { filesBelow } from "./same-content";

// The zip format (APPNOTE.TXT of PKWARE, 4.3): every file as it is, because packing takes longer than copying.
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const MADE_ON_UNIX = (3 << 8) | VERSION;
const REGULAR_FILE = 0o100000;
/** 1 January 1980, the earliest day of the format: the same files make the same archive. */
const DATE = (1 << 5) | 1;

/** Writes the files below a folder into a zip archive. */
export async function writeArchive(folder: string, archive: string): Promise<void> {
  const output = await open(archive, "w");
  try {
    const directory: Buffer[] = [];
    let offset = 0;
    for (const name of await filesBelow(folder)) {
      const file = path.join(folder, name);
      const [content, { mode }] = await Promise.all([readFile(file), stat(file)]);
      const label = Buffer.from(name.split(path.sep).join("/"));
      const facts = factsOf(content, label);
      directory.push(centralHeader(facts, label, mode, offset));
      const local = Buffer.concat([int32(LOCAL), int16(VERSION), facts, int16(0), label]);
      await output.writev([local, content]);
      offset += local.length + content.length;
    }
    await output.writev([...directory, endOfDirectory(directory, offset)]);
  } finally {
    await output.close();
  }
}

/** What both headers of a file share: from its flags to the length of its name. */
function factsOf(content: Buffer, label: Buffer): Buffer {
  return Buffer.concat([
    ...[int16(0), int16(0), int16(0), int16(DATE)],
    ...[int32(crc32(content)), int32(content.length), int32(content.length)],
    int16(label.length),
  ]);
}

function centralHeader(facts: Buffer, label: Buffer, mode: number, offset: number): Buffer {
  return Buffer.concat([
    ...[int32(CENTRAL), int16(MADE_ON_UNIX), int16(VERSION), facts],
    ...[int16(0), int16(0), int16(0), int16(0)],
    ...[int32(((REGULAR_FILE | (mode & 0o777)) << 16) >>> 0), int32(offset), label],
  ]);
}

function endOfDirectory(directory: readonly Buffer[], offset: number): Buffer {
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([
    ...[int32(END), int16(0), int16(0), int16(directory.length), int16(directory.length)],
    ...[int32(size), int32(offset), int16(0)],
  ]);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
