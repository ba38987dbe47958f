import { createWaitingLine, type Rank } from "../../../src/client/host/priority-queue";

function lineOf(...items: readonly (readonly [string, Rank])[]) {
  const line = createWaitingLine<string>();
  const leave = new Map(items.map(([item, rank]) => [item, line.join(item, rank)]));
  const drain = () => {
    const order: string[] = [];
    for (let item = line.next(); item !== undefined; item = line.next()) order.push(item);
    return order;
  };
  return { line, leave, drain };
}

const mixed = [
  ["a", "new"],
  ["b", "returned"],
  ["c", "new"],
  ["d", "again"],
  ["e", "login"],
  ["f", "again"],
] as const;

test("a login goes first, then what was sent before, then what had its turn, then what is new", () => {
  expect(lineOf(...mixed).drain()).toEqual(["e", "d", "f", "b", "a", "c"]);
});

test("all are seen in their order, without leaving", () => {
  const { line } = lineOf(...mixed);
  expect([...line.all()]).toEqual(["e", "d", "f", "b", "a", "c"]);
  expect(line.size).toBe(6);
});

test("who comes knows how many go first", () => {
  const { line } = lineOf(...mixed);
  expect((["login", "again", "returned", "new"] as const).map((rank) => line.before(rank))).toEqual([
    1, 3, 4, 6,
  ]);
});

test("who leaves is gone, and leaving twice is leaving once", () => {
  const { line, leave, drain } = lineOf(...mixed);
  for (const item of ["d", "a", "a"]) leave.get(item)?.();
  expect(line.size).toBe(4);
  expect([...line.all()]).toEqual(["e", "f", "b", "c"]);
  expect(drain()).toEqual(["e", "f", "b", "c"]);
  expect(line.size).toBe(0);
});

test("some may leave while all are looked at", () => {
  const { line, leave } = lineOf(...mixed);
  for (const item of line.all()) leave.get(item)?.();
  expect(line.size).toBe(0);
});

test("who was next has left", () => {
  const { line, leave } = lineOf(["a", "new"], ["b", "new"]);
  expect(line.next()).toBe("a");
  leave.get("a")?.();
  expect(line.size).toBe(1);
  expect(line.next()).toBe("b");
});

test("is as good after it was empty", () => {
  const { line, drain } = lineOf(["a", "new"]);
  drain();
  line.join("b", "again");
  expect(drain()).toEqual(["b"]);
});
