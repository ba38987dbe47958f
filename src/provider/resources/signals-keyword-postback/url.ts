import { createHmac, randomBytes } from "node:crypto";
import type { PrivateState } from "../../../framework";

/** Whether two URLs mean the same, such as `https://example.com` and `https://example.com/`. */
export function isSameUrl(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

function normal(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}

const KEY = "url";

/**
 * Keeps a salted hash of a write-only URL in private state, so that a later read can tell whether the keyword still
 * has this URL. The URL itself must not be stored, and private state is readable in the state file.
 */
export function keepUrlHash(kept: PrivateState, url: string): void {
  const salt = randomBytes(16).toString("hex");
  kept.set(KEY, { salt, hash: hashOf(url, salt) });
}

/** Removes the hash: the URL is no longer write-only. */
export function forgetUrlHash(kept: PrivateState): void {
  kept.remove(KEY);
}

/** Whether a URL is the one whose hash is kept; null if no hash is kept. */
export function fitsUrlHash(kept: Pick<PrivateState, "get">, url: string): boolean | null {
  const entry = kept.get(KEY);
  if (typeof entry !== "object" || entry === null || !("salt" in entry)) return null;
  return hashOf(url, String(entry["salt"])) === entry["hash"];
}

function hashOf(url: string, salt: string): string {
  return createHmac("sha256", salt).update(normal(url)).digest("hex");
}
