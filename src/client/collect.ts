/** Rows by id; null for one whose absence was confirmed. */
export type FoundRows<T> = ReadonlyMap<string, T | null>;

/** How many rows are looked up side by side; the host's own pace decides how many are asked for at a time. */
const TOGETHER = 50;

/** What is known of each row, and what asking says of the others, some of them at a time. */
export async function collect<T>(
  ids: readonly string[],
  known: (id: string) => T | undefined,
  ask: (id: string) => Promise<T | null>,
): Promise<FoundRows<T>> {
  const found = new Map(ids.map((id) => [id, known(id) ?? null]));
  const open = ids.filter((id) => found.get(id) === null);
  for (let from = 0; from < open.length; from += TOGETHER) {
    const some = open.slice(from, from + TOGETHER);
    const answers = await Promise.all(some.map(ask));
    for (const [index, id] of some.entries()) found.set(id, answers[index] ?? null);
  }
  return found;
}
