import { createReadStream } from "node:fs";
import { failureReason } from "../files/failure-reason";

/** The most that is read of one file or of standard input. */
export const MOST_BYTES = 100_000_000;

/**
 * Reads a file, or standard input for `-`, up to 100 MB.
 * @throws Error that names the file, the reason and a way out
 */
export async function readText(
  place: string,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<string> {
  const name = nameOf(place);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of place === "-" ? stdin : createReadStream(place)) {
      size += part.length;
      if (size > MOST_BYTES) break;
      parts.push(part);
    }
  } catch (error) {
    throw new Error(`cannot read ${name}: ${failureReason(error)}.`, { cause: error });
  }
  if (size > MOST_BYTES) {
    throw new Error(
      `${name} is larger than ${MOST_BYTES / 1e6} MB, which is the most that is read at a time. Split it, or leave out what other providers manage.`,
    );
  }
  return decode(Buffer.concat(parts), name);
}

/** How messages call a file. */
export function nameOf(place: string): string {
  return place === "-" ? "standard input" : place;
}

/** PowerShell writes UTF-16 where it redirects. */
function decode(bytes: Buffer, name: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${name} is not a text file.`, { cause: error });
  }
}
