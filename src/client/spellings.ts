/** How an API, or a server before it, may spell a text that it was sent: every way is taken for the text itself. */
export function spellings(text: string): readonly string[] {
  const plain = JSON.stringify(text).slice(1, -1);
  const inAscii = plain.replace(
    /[\x80-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const inUrl = encodeURIComponent(Buffer.from(text).toString());
  const base64 = Buffer.from(text).toString("base64").replace(/=+$/, "");
  return [
    text,
    plain,
    inAscii,
    // A text of JSON inside JSON, and what PHP makes of a slash.
    JSON.stringify(plain).slice(1, -1),
    plain.replaceAll("/", "\\/"),
    inAscii.replaceAll("/", "\\/"),
    inUrl,
    inUrl.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    new URLSearchParams({ "": text }).toString().slice(1),
    base64,
    base64.replaceAll("+", "-").replaceAll("/", "_"),
    ...QUOTES.map(([double, single]) => inHtml(text, double, single)),
  ];
}

// As most writers of HTML spell them.
const QUOTES = [
  ["&quot;", "&#39;"],
  ["&#34;", "&#x27;"],
] as const;

function inHtml(text: string, double: string, single: string): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return safe.replaceAll('"', double).replaceAll("'", single);
}
