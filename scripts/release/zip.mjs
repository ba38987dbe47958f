// Writes zip archives whose bytes depend on nothing but names, modes and contents: entries are sorted, every
// file is of the same moment, and nothing of this machine goes in.

import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

/** 1 January 1980, 0:00: the earliest moment that the format knows. */
const TIME = 0;
const DATE = (1 << 5) | 1;
const VERSION = 20;
const MADE_ON_UNIX = 3 << 8;
const REGULAR_FILE = 0o100000;
const DEFLATED = 8;

/**
 * @param {{ name: string, mode: number, content: Uint8Array }[]} entries names with forward slashes
 * @returns {Promise<Buffer>}
 */
export async function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const packed = await promisify(deflateRaw)(entry.content, { level: 6 });
    const facts = factsOf(entry, packed);
    const name = Buffer.from(entry.name);
    const local = localHeader(facts, name);
    parts.push(local, packed);
    directory.push(directoryHeader(facts, name, entry.mode, offset));
    offset += local.length + packed.length;
  }
  return Buffer.concat([...parts, ...directory, endOfDirectory(directory, offset)]);
}

/**
 * What both headers of a file say in the same words: from the version that can unpack it to its sizes.
 * @param {{ content: Uint8Array }} entry
 * @param {Buffer} packed
 */
function factsOf({ content }, packed) {
  const facts = Buffer.alloc(22);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(TIME, 6);
  facts.writeUInt16LE(DATE, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(content.length, 18);
  return facts;
}

/**
 * @param {Buffer} facts
 * @param {Buffer} name
 */
function localHeader(facts, name) {
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(name.length, 0);
  return Buffer.concat([Buffer.from("PK\x03\x04"), facts, lengths, name]);
}

/**
 * @param {Buffer} facts
 * @param {Buffer} name
 * @param {number} mode
 * @param {number} offset
 */
function directoryHeader(facts, name, mode, offset) {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(MADE_ON_UNIX | VERSION, 0);
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(name.length, 0);
  rest.writeUInt32LE(((REGULAR_FILE | mode) << 16) >>> 0, 10);
  rest.writeUInt32LE(offset, 14);
  return Buffer.concat([Buffer.from("PK\x01\x02"), madeBy, facts, rest, name]);
}

/**
 * @param {readonly Buffer[]} directory
 * @param {number} offset
 */
function endOfDirectory(directory, offset) {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([Buffer.from("PK\x05\x06"), end]);
}
