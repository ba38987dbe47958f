/**
 * Returns the forms in which a program may write a secret: unchanged, in JSON (also nested in a JSON string, and by
 * writers that escape more than necessary), in a URL, in form data, in HTML and in base64. Each form is also made from
 * the trimmed secret: a secret from a file ends with a line end, which its user may have trimmed.
 */
export function formsOf(secret: string): ReadonlySet<string> {
  return new Set([secret, secret.trim()].flatMap(encodings));
}

function encodings(text: string): string[] {
  const bytes = Buffer.from(text);
  const json = inJson(text);
  const ascii = json.replace(/[\u0080-\uffff]/g, unicodeEscape);
  // The bytes replace a lone surrogate, which encodeURIComponent would refuse.
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
