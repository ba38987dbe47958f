import { fillUnknowns, UNKNOWN, type Unknown } from "../../../src/framework";

interface Plan {
  readonly name: string;
  readonly id: string | Unknown;
  readonly note: string | null | Unknown;
}

test("what a plan left unknown is filled in, what was planned stays", () => {
  const plan: Plan = { name: "a", id: UNKNOWN, note: "planned" };
  const state: { readonly name: string; readonly id: string; readonly note: string | null } = fillUnknowns(
    plan,
    { id: "1", note: "made up" },
  );
  expect({ ...state }).toEqual({ name: "a", id: "1", note: "planned" });
});

test("null fills in, and names that objects inherit are names like any other", () => {
  const plan = { constructor: UNKNOWN as string | Unknown, note: UNKNOWN as string | null | Unknown };
  const state = fillUnknowns(plan, { constructor: "built", note: null });
  expect({ ...state }).toEqual({ constructor: "built", note: null });
});

test("the compiler asks for each attribute that may be unknown, and for no other", () => {
  const plan: Plan = { name: "a", id: UNKNOWN, note: null };
  // @ts-expect-error note is missing
  fillUnknowns(plan, { id: "1" });
  // @ts-expect-error name is never unknown
  fillUnknowns(plan, { id: "1", note: null, name: "b" });
  expect(fillUnknowns(plan, { id: "1", note: null })).toMatchObject({ id: "1" });
});
