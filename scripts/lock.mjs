// Adds to package-lock.json what npm left out: optional packages for other systems that the registry it was
// written against did not have. Without them `npm ci` refuses the lock ("Missing … from lock file").
// Run it after every `npm install` that changes the lock. Running it twice changes nothing.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { completeLock } from "./lock/complete.mjs";
import { writeAtomically } from "./tools/files.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const file = path.join(root, "package-lock.json");

const { lock, added } = completeLock(JSON.parse(await readFile(file, "utf8")));
if (added.length > 0) await writeAtomically(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "The lock was complete." : `Added to the lock:\n  ${added.join("\n  ")}`);
