import { Diagnostics } from "../../../src/framework";
import { DisableGuard } from "../../../src/provider/switching/disable-guard";
import { titles } from "../../../src/provider/titles";

function counted(most: number | null, ...plans: readonly string[][]) {
  const diagnostics = new Diagnostics();
  const guard = new DisableGuard(most);
  for (const ids of plans) guard.countDisables("examplePA", ids, diagnostics);
  return { guard, list: diagnostics.list };
}

const admit = (guard: DisableGuard, channelId: string) =>
  guard.admitDisable({ partnerId: "examplePA", channelId });

test("as many as are allowed may be planned, one by one or many at a time", () => {
  expect(counted(3, ["aCH"], ["bCH", "cCH"]).list).toEqual([]);
  expect(counted(0, [], []).list).toEqual([]);
});

test("without a bound any number may be planned and switched", () => {
  const { guard, list } = counted(null, ["aCH", "bCH"]);
  admit(guard, "cCH");
  expect(list).toEqual([]);
});

test("one more is one error that names number and setting, however many follow", () => {
  const { list } = counted(2, ["aCH", "bCH"], ["cCH"], ["dCH"]);
  expect(list).toEqual([
    expect.objectContaining({
      severity: "error",
      summary: titles.tooManyDisables,
      detail: expect.stringMatching(
        /\b3 channels or more; max_disables_per_run \(DIALOG360_MAX_DISABLES_PER_RUN\) allows 2\. Nothing /,
      ),
    }),
  ]);
});

test("a channel counts once, and another partner's is another one", () => {
  const { guard, list } = counted(1, ["aCH"], ["aCH"]);
  expect(list).toEqual([]);
  admit(guard, "aCH");
  expect(() => guard.admitDisable({ partnerId: "otherPA", channelId: "aCH" })).toThrow(/otherPA|aCH/);
});

test("at apply, each one over the bound is refused", () => {
  const { guard } = counted(1);
  admit(guard, "aCH");
  admit(guard, "aCH");
  for (const id of ["bCH", "cCH"]) {
    expect(() => admit(guard, id)).toThrow(
      expect.objectContaining({
        diagnostic: expect.objectContaining({
          summary: titles.tooManyDisables,
          detail: expect.stringMatching(new RegExp(`\\b${id} .*allows 1`)),
        }),
      }),
    );
  }
});

test("nothing is switched off by an apply whose plan had too many", () => {
  const { guard } = counted(1, ["aCH", "bCH"]);
  expect(() => admit(guard, "aCH")).toThrow();
});
