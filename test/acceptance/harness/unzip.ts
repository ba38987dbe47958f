import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const DEFLATED = 8;

/** What is in a ZIP archive, such as a saved plan, in one text: for looking for words. */
export function unzipped(archive: Buffer): string {
  let end = archive.length - 22;
  while (archive.readUInt32LE(end) !== END) end -= 1;
  const texts: string[] = [];
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    texts.push(contentOf(archive, entry));
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(entry + field));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return texts.join("\n");
}

/** @param entry where the central directory tells of a file */
function contentOf(archive: Buffer, entry: number): string {
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
  return (archive.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(bytes) : bytes).toString("utf8");
}
