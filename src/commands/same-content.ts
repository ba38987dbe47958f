import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

/** Whether two files hold the same bytes; undefined where the second does not exist. */
export async function sameContent(left: string, right: string): Promise<boolean | undefined> {
  const [a, b] = await Promise.all([left, right].map((file) => stat(file).catch(() => undefined)));
  if (a === undefined || b === undefined) return undefined;
  if (a.size !== b.size) return false;
  const [x, y] = await Promise.all([left, right].map(digest));
  return x === y;
}

async function digest(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}
