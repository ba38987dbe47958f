/**
 * A text in the forms in which a program may come to write it: as it is, in JSON (also inside a text of JSON, and by
 * writers that escape more than they must), in a URL, in a form, in HTML, in base64; each without its outer spaces,
 * too, since a secret that was read from a file ends with a line end that its user may have trimmed.
 */
export function formsOf(secret: string): ReadonlySet<string> {
  return new Set([secret, secret.trim()].flatMap(encodings));
}

function encodings(text: string): string[] {
  const bytes = Buffer.from(text);
  const json = inJson(text);
  const ascii = json.replace(/[\u0080-\uffff]/g, unicodeEscape);
  // By way of bytes, since half a surrogate pair cannot be encoded.
  const percent = encodeURIComponent(bytes.toString());
  return [
    text,
    ...[json, ascii, json.replaceAll("/", "\\/"), ascii.replaceAll("/", "\\/"), inJson(json)],
    ...[bytes.toString("base64").replace(/=+$/, ""), bytes.toString("base64url")],
    ...[percent, percent.replace(/%../g, (escaped) => escaped.toLowerCase())],
    new URLSearchParams([["", text]]).toString().slice(1),
    ...[NAMED, NUMBERED].map((entities) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)),
  ];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function unicodeEscape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const NAMED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const NUMBERED: Readonly<Record<string, string>> = { ...NAMED, '"': "&#34;", "'": "&#x27;" };
