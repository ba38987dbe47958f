import { isSameWire, isUntouched, snapshotOf } from "../../../src/framework/rpc/untouched";
import { objectValue, type Value } from "../../../src/framework/value";
import { doorSchema, house } from "./example";
import { serve, unwire, wire } from "./test-server";

const sent = { msgpack: Uint8Array.of(1), json: new Uint8Array() };
const door = { name: "a", open: true, id: "1", changed: "once", code: "1234" };

/** The door as core could send it too: the name has a longer header than it needs. */
function unusualWire() {
  const usual = Buffer.from(wire(doorSchema, door).msgpack).toString("hex");
  const unusual = usual.replace("a46e616d65a161", "a46e616d65d90161");
  expect(unusual).not.toBe(usual);
  return { msgpack: Buffer.from(unusual, "hex"), json: new Uint8Array() };
}

test.each<[string, Value]>([
  ["a number, which core reads differently from text", 1],
  ["a list, which an author may change in place", []],
  ["a map, which an author may change in place", new Map()],
  ["an object, which an author may change in place", objectValue([["b", "c"]])],
])("no snapshot is taken of an object with %s", (_what, value) => {
  expect(snapshotOf(objectValue([["a", value]]), sent)).toBeNull();
});

test("no snapshot is taken of what came as JSON or not at all", () => {
  const json = { msgpack: new Uint8Array(), json: Buffer.from("{}") };
  expect([snapshotOf(objectValue([]), json), snapshotOf(objectValue([]), undefined)]).toEqual([null, null]);
});

test("an object is untouched while it has the noted values, and only these, whoever changed it", () => {
  const object = objectValue([
    ["a", "1"],
    ["b", null],
  ]);
  const before = snapshotOf(object, sent);
  expect(isUntouched(before, { b: null, a: "1" })).toBe(true);
  const others = [{ a: "1" }, { a: "2", b: null }, { a: "1", b: null, c: null }, { a: "1", c: null }, null];
  expect(others.map((other) => isUntouched(before, other))).toEqual(others.map(() => false));
  Object.assign(object, { a: "changed in place" });
  expect(isUntouched(before, object)).toBe(false);
});

test("only MessagePack counts as the same wire", () => {
  const other = { ...sent, msgpack: Uint8Array.of(2) };
  const empty = { ...sent, msgpack: new Uint8Array() };
  expect([isSameWire(sent, { ...sent }), isSameWire(sent, other), isSameWire(empty, empty)]).toEqual([
    true,
    false,
    false,
  ]);
});

test("a read and a plan that change nothing send back the bytes that came", async () => {
  const { call } = await serve(house({}));
  const state = unusualWire();

  const read = await call("ReadResource", { typeName: "house_door", currentState: state });
  const plan = await call("PlanResourceChange", {
    typeName: "house_door",
    priorState: state,
    proposedNewState: state,
    config: wire(doorSchema, { name: "a", open: true, code: "1234" }),
  });

  expect(Buffer.from(read.newState?.msgpack ?? [])).toEqual(state.msgpack);
  expect(Buffer.from(plan.plannedState?.msgpack ?? [])).toEqual(state.msgpack);
});

test("a plan that an author changes in place is encoded anew", async () => {
  const { call } = await serve(
    house({
      modifyPlan: (({ plan }: { plan: { changed: string } }) => {
        plan.changed = "again";
        return plan;
      }) as never,
    }),
  );
  const state = unusualWire();
  const plan = await call("PlanResourceChange", {
    typeName: "house_door",
    priorState: state,
    proposedNewState: state,
    config: wire(doorSchema, { name: "a", open: true, code: "1234" }),
  });
  expect(unwire(doorSchema, plan.plannedState)).toMatchObject({ changed: "again" });
});
