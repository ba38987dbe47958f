/** Maximum number of letters in which a mistyped id may differ. */
const MOST_EDITS = 2;

/** A hint for an unknown id: the nearest known one; empty if none is near. */
export function suggestId(id: string, known: Iterable<string>): string {
  const near = nearestId(id, known);
  if (near === undefined) return "";
  const sameLetters = near.toLowerCase() === id.toLowerCase();
  return sameLetters ? ` There is ${near}: ids are case-sensitive.` : ` Did you mean ${near}?`;
}

/** Finds the known id that is nearest to a mistyped one; undefined if none is near. */
export function nearestId(id: string, known: Iterable<string>): string | undefined {
  const wanted = id.toLowerCase();
  let best: string | undefined;
  let fewest = Math.min(MOST_EDITS, Math.floor(id.length / 3)) + 1;
  for (const candidate of known) {
    const edits = editsBetween(wanted, candidate.toLowerCase(), fewest);
    if (edits >= fewest) continue;
    best = candidate;
    fewest = edits;
  }
  return best;
}

/**
 * Counts the letters to insert, remove, replace or swap (Damerau–Levenshtein distance, optimal string alignment).
 * @returns at most `bound`
 */
function editsBetween(one: string, other: string, bound: number): number {
  if (Math.abs(one.length - other.length) >= bound) return bound;
  let before: readonly number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let edits = Math.min(
        at(last, column) + 1,
        at(now, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped && row > 1 && column > 1) edits = Math.min(edits, at(before, column - 2) + 1);
      now.push(edits);
    }
    if (Math.min(...now) >= bound) return bound;
    before = last;
    last = now;
  }
  return Math.min(at(last, other.length), bound);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
