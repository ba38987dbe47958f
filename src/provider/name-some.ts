/** How many things a message names one by one. */
export const MOST_NAMED = 20;

/** The first ids, and how many there are besides. */
export function nameSome(ids: readonly string[]): string {
  const named = ids.slice(0, MOST_NAMED).join(", ");
  return ids.length > MOST_NAMED ? `${named} and ${ids.length - MOST_NAMED} more` : named;
}
