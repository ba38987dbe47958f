import { calls } from "./calls";
import { type Cell, type Complaints, runCell } from "./cell";
import { troubles } from "./troubles";

/** Which of a call's requests is met, and in which circumstances. */
export type Circumstances = Pick<Cell, "time" | "retries" | "reported">;

/** Cells side by side that wait for real time. */
const SIDE_BY_SIDE = 12;

/** One test for each kind of trouble at each call, in these circumstances. */
export function testMatrix(circumstances: readonly Circumstances[]): void {
  jest.setTimeout(180_000);
  const complaints = new Map<Cell, Complaints>();
  const kinds = Object.entries(troubles).map(([kind, trouble]) => {
    const cells = Object.entries(calls).flatMap(([name, call]) =>
      circumstances.map((given) => ({ name: `${name}, ${inWords(given)}`, call, trouble, ...given })),
    );
    return { kind, cells, waits: trouble.timeout !== undefined };
  });

  // Cells that wait for real time begin at once, and wait while the others run.
  kinds.sort((a, b) => Number(a.waits) - Number(b.waits));
  const waiting = kinds.filter(({ waits }) => waits).flatMap(({ cells }) => cells);
  let waited: Promise<unknown>;
  beforeAll(() => {
    waited = runAll(waiting, SIDE_BY_SIDE, complaints);
    waited.catch(() => {});
  });

  describe.each(kinds)("$kind", ({ cells, waits }) => {
    beforeAll(() => (waits ? waited : runAll(cells, 1, complaints)));

    test.each(cells)("at $name", (cell) => {
      expect(complaints.get(cell)).toEqual([]);
    });
  });
}

function inWords({ time, retries, reported }: Circumstances): string {
  return `${time} time, ${retries} retries, the switch ${reported ? "reported" : "out of sight"}`;
}

async function runAll(cells: readonly Cell[], atOnce: number, complaints: Map<Cell, Complaints>) {
  const left = [...cells];
  const work = async () => {
    for (let cell = left.shift(); cell !== undefined; cell = left.shift()) {
      complaints.set(cell, await runCell(cell));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
