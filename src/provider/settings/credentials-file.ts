import { type FileText, readTextFile } from "./read-file";

/** Keys that a credentials file may hold. */
export const FILE_KEYS = ["username", "password", "access_token", "api_key"] as const;

type FileKey = (typeof FILE_KEYS)[number];

/** The credentials in a file, or the problem with it, as the end of a sentence that begins with its name. */
export type FileCredentials =
  | { readonly credentials: ReadonlyMap<FileKey, string> }
  | { readonly problem: string };

const MOST_BYTES = 64 * 1024;

/** Reads a credentials file. No problem text repeats its content, not even the names of its keys. */
export function readCredentialsFile(place: string): FileCredentials {
  const read: FileText = readTextFile(place, { mostBytes: MOST_BYTES, private: true });
  return "problem" in read ? read : parse(read.text);
}

function parse(text: string): FileCredentials {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message would show a part of the text.
    return { problem: `does not hold JSON. ${EXPECTED}` };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { problem: `does not hold a JSON object. ${EXPECTED}` };
  }
  return credentialsOf(Object.entries(value));
}

function credentialsOf(entries: readonly (readonly [string, unknown])[]): FileCredentials {
  const credentials = new Map<FileKey, string>();
  for (const [name, value] of entries) {
    const key = FILE_KEYS.find((one) => one === name);
    if (key === undefined) return { problem: `holds a key other than ${FILE_KEYS.join(", ")}` };
    if (typeof value !== "string") return { problem: `holds a value of ${key} that is not a string` };
    credentials.set(key, value);
  }
  return credentials.size === 0 ? { problem: `holds no credential. ${EXPECTED}` } : { credentials };
}

const EXPECTED = 'It must look like {"username": "…", "password": "…"}';
