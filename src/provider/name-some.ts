/** Maximum number of ids that a message names. */
export const MOST_NAMED = 20;

/** The first ids, and how many more there are. */
export function nameSome(ids: readonly string[]): string {
  const named = ids.slice(0, MOST_NAMED).join(", ");
  return ids.length > MOST_NAMED ? `${named} and ${ids.length - MOST_NAMED} more` : named;
}

/** Maximum number of lines in a list. */
const MOST_LISTED = 10;

/** The first things as lines of a list, and how many more there are. */
export function listSome<T>(things: readonly T[], describe: (thing: T) => string): string {
  const lines = things.slice(0, MOST_LISTED).map((thing) => `- ${describe(thing)}`);
  const more = things.length - lines.length;
  return [...lines, ...(more > 0 ? [`- and ${grouped(more)} more`] : [])].join("\n");
}

/** A whole number with commas between its thousands. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
