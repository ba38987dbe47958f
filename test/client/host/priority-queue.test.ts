import { createPriorityQueue, type Priority } from "../../../src/client/host/priority-queue";

function lineOf(...items: readonly (readonly [string, Priority])[]) {
  const queue = createPriorityQueue<string>();
  const leave = new Map(items.map(([item, priority]) => [item, queue.join(item, priority)]));
  const drain = () => {
    const order: string[] = [];
    for (let item = queue.next(); item !== undefined; item = queue.next()) order.push(item);
    return order;
  };
  return { queue, leave, drain };
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
  const { queue } = lineOf(...mixed);
  expect([...queue.all()]).toEqual(["e", "d", "f", "b", "a", "c"]);
  expect(queue.size).toBe(6);
});

test("who comes knows how many go first", () => {
  const { queue } = lineOf(...mixed);
  expect((["login", "again", "returned", "new"] as const).map((priority) => queue.before(priority))).toEqual([
    1, 3, 4, 6,
  ]);
});

test("who leaves is gone, and leaving twice is leaving once", () => {
  const { queue, leave, drain } = lineOf(...mixed);
  for (const item of ["d", "a", "a"]) leave.get(item)?.();
  expect(queue.size).toBe(4);
  expect([...queue.all()]).toEqual(["e", "f", "b", "c"]);
  expect(drain()).toEqual(["e", "f", "b", "c"]);
  expect(queue.size).toBe(0);
});

test("some may leave while all are looked at", () => {
  const { queue, leave } = lineOf(...mixed);
  for (const item of queue.all()) leave.get(item)?.();
  expect(queue.size).toBe(0);
});

test("who was next has left", () => {
  const { queue, leave } = lineOf(["a", "new"], ["b", "new"]);
  expect(queue.next()).toBe("a");
  leave.get("a")?.();
  expect(queue.size).toBe(1);
  expect(queue.next()).toBe("b");
});

test("is as good after it was empty", () => {
  const { queue, drain } = lineOf(["a", "new"]);
  drain();
  queue.join("b", "again");
  expect(drain()).toEqual(["b"]);
});
