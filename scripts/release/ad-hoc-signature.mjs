// Signs a program for macOS as nobody ("ad hoc"): every page gets its hash, no publisher is named. Bun does that for
// arm64. On x64 it leaves the signature of its own program, which does not fit the new one, and macOS ends programs
// whose signature does not fit. Layout: Apple's Mach-O loader.h and, of the signature, XNU's cs_blobs.h.
import { createHash } from "node:crypto";

/** @typedef {{ type: number, at: number }} Command a load command and where it begins */

const SEGMENT = 0x19;
const CODE_SIGNATURE = 0x1d;
const PAGE = 4096;
const HASH = 32;
const CODE_DIRECTORY = 0xfade0c02;
const SUPER_BLOB = 0xfade0cc0;
const VERSION = 0x20400;
const AD_HOC_BY_LINKER = 0x20002;
const SHA256 = 2;
const MAIN_BINARY = 1n;
/** Up to the name and the hashes, at this version. */
const DIRECTORY_HEADER = 88;
const BLOB_HEADER = 20;

/**
 * @param {Buffer} program
 * @param {string} identifier
 * @returns {Buffer} the program with a signature that fits, in place of the one at its end
 */
export function signAdHoc(program, identifier) {
  const commands = loadCommands(program);
  const signature = commands.find(({ type }) => type === CODE_SIGNATURE);
  if (signature === undefined) throw new Error("the program for macOS has no room for a signature");
  const limit = program.readUInt32LE(signature.at + 8);
  const size = signatureSize(limit, identifier);
  const signed = Buffer.alloc(limit + size);
  program.copy(signed, 0, 0, limit);
  signed.writeUInt32LE(size, signature.at + 12);
  extendLinkEdit(signed, segment(signed, commands, "__LINKEDIT"));
  const text = segment(signed, commands, "__TEXT");
  writeSignature(signed, limit, identifier, signed.readBigUInt64LE(text.at + 48));
  return signed;
}

/**
 * @param {Buffer} program
 * @returns {Command[]}
 */
function loadCommands(program) {
  const commands = [];
  for (let at = 32, left = program.readUInt32LE(16); left > 0; left -= 1) {
    commands.push({ type: program.readUInt32LE(at), at });
    at += program.readUInt32LE(at + 4);
  }
  return commands;
}

/**
 * @param {Buffer} program
 * @param {readonly Command[]} commands
 * @param {string} name
 */
function segment(program, commands, name) {
  /** @param {Command} command */
  const has = ({ type, at }) =>
    type === SEGMENT && program.toString("latin1", at + 8, at + 24).replace(/\0+$/, "") === name;
  const found = commands.find(has);
  if (found === undefined) throw new Error(`the program for macOS has no segment ${name}`);
  return found;
}

/**
 * The last segment reaches to the end of the file, and so over the signature.
 * @param {Buffer} program
 * @param {Command} command
 */
function extendLinkEdit(program, { at }) {
  const size = BigInt(program.length) - program.readBigUInt64LE(at + 40);
  const pages = (size + BigInt(PAGE - 1)) / BigInt(PAGE);
  program.writeBigUInt64LE(pages * BigInt(PAGE), at + 32);
  program.writeBigUInt64LE(size, at + 48);
}

/**
 * @param {number} limit
 * @param {string} identifier
 */
function signatureSize(limit, identifier) {
  return BLOB_HEADER + DIRECTORY_HEADER + identifier.length + 1 + Math.ceil(limit / PAGE) * HASH;
}

/**
 * @param {Buffer} program
 * @param {number} limit
 * @param {string} identifier
 * @param {bigint} textSize
 */
function writeSignature(program, limit, identifier, textSize) {
  const blob = program.subarray(limit);
  const pages = Math.ceil(limit / PAGE);
  const hashes = DIRECTORY_HEADER + identifier.length + 1;
  [SUPER_BLOB, blob.length, 1, 0, BLOB_HEADER].forEach((word, index) => {
    blob.writeUInt32BE(word, index * 4);
  });
  const directory = blob.subarray(BLOB_HEADER);
  const words = [CODE_DIRECTORY, directory.length, VERSION, AD_HOC_BY_LINKER, hashes, DIRECTORY_HEADER, 0];
  [...words, pages, limit].forEach((word, index) => {
    directory.writeUInt32BE(word, index * 4);
  });
  directory.set([HASH, SHA256, 0, Math.log2(PAGE)], 36);
  directory.writeBigUInt64BE(textSize, 72);
  directory.writeBigUInt64BE(MAIN_BINARY, 80);
  directory.write(identifier, DIRECTORY_HEADER, "latin1");
  for (let page = 0; page < pages; page += 1) {
    const code = program.subarray(page * PAGE, Math.min((page + 1) * PAGE, limit));
    directory.set(createHash("sha256").update(code).digest(), hashes + page * HASH);
  }
}
