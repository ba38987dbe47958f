const LONG = 1_000;
const ENDLESS_RUN = /\p{M}{200}/u;

/**
 * Characters of Unicode 16 and 17 with a combining class or a composition, and the blocks of whole new scripts. Core's
 * tables are those of Unicode 15, which compose nothing across a character that they do not know.
 */
const NEWER_RANGES = [
  ...["\\u0897", "\\u1acf-\\u1add", "\\u1ae0-\\u1aeb", "\\u{105c0}-\\u{105ff}", "\\u{10d69}-\\u{10d6d}"],
  ...["\\u{10efa}\\u{10efb}", "\\u{11380}-\\u{113ff}", "\\u{11f5a}", "\\u{16100}-\\u{1613f}"],
  ...["\\u{16d40}-\\u{16d7f}", "\\u{1e5ee}\\u{1e5ef}", "\\u{1e6c0}-\\u{1e6ff}"],
];
const NEWER = new RegExp(`([${NEWER_RANGES.join("")}])`, "u");

/**
 * The text in Unicode normalization form C, which core uses for all text. A text with hundreds of combining marks in a
 * row is not normalized: sorting them takes time that grows with the square of their number, and core splits such rows.
 */
export function nfc(text: string): string {
  if (text.length >= LONG && ENDLESS_RUN.test(text)) return text;
  const normal = text.normalize();
  if (normal === text || !NEWER.test(text)) return normal;
  return text
    .split(NEWER)
    .map((part) => part.normalize())
    .join("");
}
