const LONG = 1_000;
const ENDLESS_RUN = /\p{M}{200}/u;

/**
 * The Unicode form C of a text, in which core has all text. A text with a run of hundreds of combining marks stays as
 * it is: the time to put a run in order grows with the square of its length, and core cuts it up anyway.
 */
export function nfc(text: string): string {
  return text.length >= LONG && ENDLESS_RUN.test(text) ? text : text.normalize();
}
