import { Random } from "../value/random";

/** How many cases are tried in all; FUZZ_CASES asks for another number. */
const ALL = Number(process.env["FUZZ_CASES"] ?? 200_000);

/** How many cases share what one seed prepared: making values costs more than damaging them. */
const SHARING = 20;

/** What one case may do: nothing, or throw what is documented. */
export type Try = (random: Random) => void;

/** The share of all cases that a decoder gets, in percent. */
export function casesOf(percent: number): number {
  return Math.ceil((ALL * percent) / 100);
}

/**
 * Tries one decoder with so many cases; `prepare` makes something that several of them damage, each in its own way.
 * @throws naming the seed, when something else than the documented errors escaped
 */
export function tryMany(
  cases: number,
  isDocumented: (error: unknown) => boolean,
  prepare: (random: Random) => Try,
): void {
  for (let seed = 1; seed <= cases / SHARING; seed += 1) {
    const random = new Random(seed);
    const attempt = prepare(random);
    for (let round = 1; round <= SHARING; round += 1) {
      try {
        attempt(random);
      } catch (error) {
        if (isDocumented(error)) continue;
        throw new Error(`seed ${seed}, round ${round} lets ${nameOf(error)} escape`, { cause: error });
      }
    }
  }
}

/** An error's name: under the test runner errors of the runtime come from another realm. */
export function nameOf(error: unknown): string {
  return String((error as { name?: unknown } | null)?.name ?? typeof error);
}
