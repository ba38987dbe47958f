import { createHash } from "node:crypto";
import path from "node:path";
import { digestOf, filesBelow } from "./same-content";

/** The digest of a package as lock files and network mirrors write it: Go's Hash1 over its files. */
export async function packageHash(folder: string): Promise<string> {
  const names = (await filesBelow(folder)).map((name) => name.split(path.sep).join("/")).sort();
  const hash = createHash("sha256");
  for (const name of names) hash.update(`${await digestOf(path.join(folder, name))}  ${name}\n`);
  return `h1:${hash.digest("base64")}`;
}
