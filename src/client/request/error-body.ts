import { bodyExcerpt, excerpt } from "./excerpt";

/** The content of a refusal's body. */
export interface ErrorWords {
  /** The API's own words; null if none were found. */
  readonly message: string | null;
  /** Beginning of the body; null if it is empty. */
  readonly excerpt: string | null;
}

/**
 * Reads the body of a refusal: one of 360dialog's shapes, a proxy's page, any other text, or nothing.
 * @param redact removes secrets; it runs before the text is cut, since half a secret would not be recognised
 */
export function readErrorBody(body: string, redact: (text: string) => string): ErrorWords {
  const beginning = bodyExcerpt(body, redact);
  if (beginning === "") return { message: null, excerpt: null };
  const words = beginning.startsWith("<") ? htmlTitle(body) : jsonWords(body);
  return { message: words === null ? null : excerpt(redact(words), 500) || null, excerpt: beginning };
}

function htmlTitle(body: string): string | null {
  const title = /<(title|h1)[^>]*>([^<]*)</i.exec(body.slice(0, 10_000))?.[2]?.trim();
  return title ? `${title} (a web page)` : null;
}

function jsonWords(body: string): string | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof value === "string") return value;
  if (!isObject(value)) return null;
  for (const read of SHAPES) {
    const words = read(value);
    if (words !== null) return words;
  }
  return null;
}

// In descending order of trust: the hub's envelope, the login's, then common forms of others.
const SHAPES: readonly ((body: Record<string, unknown>) => string | null)[] = [
  (body) => (isObject(body["meta"]) ? metaWords(body["meta"]) : null),
  (body) => joined([text(body["error"]), text(body["error_description"])], ": "),
  (body) => (isObject(body["error"]) ? text(body["error"]["message"]) : null),
  (body) => flat(body["errors"]),
  (body) => text(body["message"]),
  (body) => flat(body["detail"]),
];

function metaWords(meta: Record<string, unknown>): string | null {
  const data = isObject(meta["error_data"]) ? meta["error_data"] : {};
  return joined(
    [
      text(meta["developer_message"]),
      flat(meta["details"]),
      text(data["message"]),
      text(data["real_message"]),
    ],
    "; ",
  );
}

/** The text of a string, or of the strings in an array or an object: `details` was seen in all three forms. */
function flat(value: unknown): string | null {
  if (Array.isArray(value)) return joined(value.map(flat), ", ");
  if (isObject(value)) return text(value["message"]) ?? text(value["msg"]) ?? pairs(value);
  return text(value);
}

function pairs(value: Record<string, unknown>): string | null {
  const named = Object.entries(value).map(([key, entry]) => {
    const words = flat(entry);
    return words === null ? null : `${key}: ${words}`;
  });
  return joined(named, ", ");
}

function joined(parts: readonly (string | null)[], separator: string): string | null {
  const words = new Set(parts.filter((part) => part !== null));
  return words.size === 0 ? null : [...words].join(separator);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
