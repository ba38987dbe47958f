import { readFileSync } from "node:fs";
import path from "node:path";

/** Put in by the bundler. Not there when the sources run as they are, under jest. */
declare const __VERSION__: string | undefined;

/** The version of this package, such as "0.1.0". */
export const version: string = typeof __VERSION__ === "string" ? __VERSION__ : readVersion();

function readVersion(): string {
  const file = path.join(__dirname, "../package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
