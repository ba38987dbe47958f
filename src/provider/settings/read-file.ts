import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Conditions for reading a file. */
export interface FileRules {
  readonly mostBytes: number;
  /** Whether only its owner may use it. Of a link, as Kubernetes mounts secrets, that holds for the file behind it. */
  readonly private: boolean;
}

/** A file's text, or why there is none, as a sentence that goes on from its name. Nothing of its content is in that. */
export type FileText = { readonly text: string } | { readonly problem: string };

/** Reads a file of the user, once. */
export function readTextFile(place: string, rules: FileRules): FileText {
  try {
    return readOpened(open(place), place, rules);
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function open(place: string): number {
  // Windows lacks the flag. With it, opening a pipe does not block; the pipe is then refused.
  const { O_RDONLY, O_NONBLOCK = 0 } = constants;
  return openSync(place, O_RDONLY | O_NONBLOCK);
}

function readOpened(file: number, place: string, rules: FileRules): FileText {
  try {
    const problem = problemOfStats(fstatSync(file), place, rules);
    if (problem !== undefined) return { problem };
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file)) };
  } finally {
    closeSync(file);
  }
}

function problemOfStats(stats: Stats, place: string, rules: FileRules): string | undefined {
  if (stats.isDirectory()) return "is a directory; name a file";
  if (!stats.isFile()) return "is not a regular file";
  if (stats.size > rules.mostBytes) return `is too large: it has more than ${rules.mostBytes / 1024} KiB`;
  if (!rules.private || process.platform === "win32" || (stats.mode & 0o077) === 0) return undefined;
  const mode = (stats.mode & 0o777).toString(8).padStart(4, "0");
  return `is accessible to users other than its owner (its mode is ${mode}). Run: chmod 600 ${place}`;
}

const PROBLEMS: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "does not exist"],
  ["ENOTDIR", "does not exist: a part of its path is not a directory"],
  ["ELOOP", "is a symbolic link that leads back to itself"],
  ["EACCES", "may not be read by the user who runs Terraform"],
  ["EPERM", "may not be read by the user who runs Terraform"],
  ["ERR_ENCODING_INVALID_ENCODED_DATA", "is not UTF-8 text"],
]);

function problemOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return PROBLEMS.get(code) ?? `could not be read (${String(code ?? "for an unknown reason")})`;
}

/** The absolute path for a setting: `~/` is the user's home; a relative path starts where Terraform runs. */
export function placeOf(given: string): string {
  const text = given.trim();
  return /^~[/\\]/.test(text) ? path.join(homedir(), text.slice(2)) : path.resolve(text);
}

/** Why a file cannot be appended to, judged by its folder; undefined if the folder shows no problem. */
export function problemOfTarget(place: string): string | undefined {
  if (tryStat(place)?.isDirectory()) return "is a directory";
  const folder = tryStat(path.dirname(place));
  if (folder === undefined) return "is in a directory that does not exist";
  return folder.isDirectory() ? undefined : "is in a path that is not a directory";
}

function tryStat(place: string) {
  try {
    return statSync(place);
  } catch {
    return undefined;
  }
}
