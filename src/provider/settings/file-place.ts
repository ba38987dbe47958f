import { statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Where a setting's path leads: `~/` is the user's home, anything relative begins where Terraform runs. */
export function placeOf(given: string): string {
  const text = given.trim();
  return /^~[/\\]/.test(text) ? path.join(homedir(), text.slice(2)) : path.resolve(text);
}

/** Why nothing can be appended to a file, as far as its folder tells; undefined where it tells nothing. */
export function problemOfTarget(place: string): string | undefined {
  if (tryStat(place)?.isDirectory()) return "is a directory";
  const folder = tryStat(path.dirname(place));
  if (folder === undefined) return "lies in a directory that does not exist";
  return folder.isDirectory() ? undefined : "lies below something that is no directory";
}

function tryStat(place: string) {
  try {
    return statSync(place);
  } catch {
    return undefined;
  }
}
