/** The beginning of a text on one line, without control characters. */
export function excerpt(text: string, longest = 300): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  // Half a character at the cut would be no text.
  return line.length > longest ? `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "")}…` : line;
}
