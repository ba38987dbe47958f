import { calls } from "./calls";
import { type Cell, type Complaints, runCell } from "./cell";
import { troubles } from "./troubles";

/** Which of a call's requests is met, and in which circumstances. */
export type Circumstances = Pick<Cell, "time" | "retries" | "reported">;

/** Cells side by side, where they spend their time waiting. */
const SIDE_BY_SIDE = 6;

/** One test for each kind of trouble at each call, in these circumstances. */
export function testMatrix(circumstances: readonly Circumstances[]): void {
  jest.setTimeout(180_000);
  describe.each(Object.entries(troubles))("%s", (_kind, trouble) => {
    const cells = Object.entries(calls).flatMap(([name, call]) =>
      circumstances.map((given) => ({ name: `${name}, ${inWords(given)}`, call, trouble, ...given })),
    );
    const complaints = new Map<Cell, Complaints>();
    beforeAll(() => runAll(cells, trouble.timeout === undefined ? 1 : SIDE_BY_SIDE, complaints));

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
