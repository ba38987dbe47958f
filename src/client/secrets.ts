/** Takes what must never be shown out of texts that are. */
export interface Secrets {
  /** Remembers a secret, in the forms in which an API may repeat it. */
  add(secret: string): void;
  /** The text with every known secret replaced. */
  redact(text: string): string;
}

// Shorter ones occur by chance in every text; taking them out would only make it unreadable.
const SHORTEST = 4;

/** An empty set of secrets; `onSecret` is told each one that is added. */
export function createSecrets(onSecret?: (secret: string) => void): Secrets {
  const known = new Set<string>();
  let longestFirst: readonly string[] = [];
  return {
    add(secret) {
      if (secret.length < SHORTEST || known.has(secret)) return;
      for (const form of spellings(secret)) known.add(form);
      // A secret may hold another one.
      longestFirst = [...known].sort((a, b) => b.length - a.length);
      onSecret?.(secret);
    },
    redact: (text) => longestFirst.reduce((rest, secret) => rest.replaceAll(secret, "(redacted)"), text),
  };
}

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
