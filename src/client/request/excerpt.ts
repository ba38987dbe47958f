/**
 * The beginning of a text on one line, without control characters. Its length, including the ellipsis, is at most
 * `longest`.
 */
export function excerpt(text: string, longest = 300): string {
  const queue = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  // A cut through a surrogate pair would leave an invalid character.
  return queue.length > longest ? `${queue.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : queue;
}

const LONGEST_READ = 64 * 1024;

/**
 * The beginning of an answer's body without secrets. JSON is serialised again, since it can escape a secret in many
 * ways.
 */
export function bodyExcerpt(body: string, redact: (text: string) => string, longest = 300): string {
  return excerpt(redact(written(body.slice(0, LONGEST_READ))), longest);
}

function written(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body;
  }
}
