const LONG = 1_000;
const ENDLESS_RUN = /\p{M}{200}/u;

/**
 * The text in Unicode normalization form C, which core uses for all text. A text with hundreds of combining marks in a
 * row is not normalized: sorting them takes time that grows with the square of their number, and core splits such rows.
 */
export function nfc(text: string): string {
  return text.length >= LONG && ENDLESS_RUN.test(text) ? text : text.normalize();
}
