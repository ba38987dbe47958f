import { asked } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { readData } from "../harness/read-data";
import { openWorld } from "../harness/world";

const FLAG = { ctwaField: "integration.ctwa_enabled" };
const declared =
  "declared = { viennaCH = true, grazCH = true, innsbruckCH = true, berlinCH = false, goneCH = true }";

test("says of each declared channel what the hub reports, with one login and one list", async () => {
  const { of, world } = await readData(
    `
data "dialog360_ctwa_tracking_report" "all" {
  ${declared}
}
data "dialog360_ctwa_tracking_report" "bakery" {
  ${declared}
  client_ids = ["bakeryCL"]
}
data "dialog360_ctwa_tracking_report" "vienna" {
  declared = { viennaCH = true }
}
data "dialog360_channels" "all" {}
data "dialog360_channel" "vienna" {
  channel_id = "viennaCH"
}`,
    { simulator: FLAG },
  );

  const lists = {
    on: ["viennaCH"],
    off: ["berlinCH", "grazCH"],
    unknown: [],
    missing: ["goneCH"],
    terminated: ["innsbruckCH"],
  };
  expect(of("ctwa_tracking_report.all")).toMatchObject({
    ...{ ...lists, moved: [], coverage: 0.4, total: 22, exact: true },
    undeclared: expect.arrayContaining(["exampleCH", "munichCH"]),
    differs: ["grazCH"],
    by_client: expect.objectContaining({
      bakeryCL: expect.objectContaining({ total: 4, declared: 3, as_declared: 1, terminated: 1 }),
    }),
  });
  expect(of("ctwa_tracking_report.all")["undeclared"]).toHaveLength(19);
  expect(of("ctwa_tracking_report.bakery")).toMatchObject({
    ...{ ...lists, moved: ["berlinCH"], undeclared: ["linzCH", "salzburgCH"], total: 4 },
  });
  expect(of("ctwa_tracking_report.vienna")).toMatchObject({ on: ["viennaCH"], coverage: 1, exact: true });
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 1 });
});

test("calls nothing observed where the hub reports nothing, as documented", async () => {
  const { of } = await readData(`data "dialog360_ctwa_tracking_report" "all" {\n  ${declared}\n}`);

  expect(of("ctwa_tracking_report.all")).toMatchObject({
    ...{ on: [], off: [], unknown: ["berlinCH", "grazCH", "viennaCH"], coverage: 0, exact: false },
  });
});

test("is right about what is declared while channels come and go between pages, and says that it is not exact", async () => {
  const { of } = await readData(`data "dialog360_ctwa_tracking_report" "all" {\n  ${declared}\n}`, {
    simulator: { ...FLAG, maxPageSize: 5, churn: 3, decoys: true },
  });

  expect(of("ctwa_tracking_report.all")).toMatchObject({
    ...{ on: ["viennaCH"], off: ["berlinCH", "grazCH"], missing: ["goneCH"], terminated: ["innsbruckCH"] },
    ...{ coverage: 0.4, exact: false },
  });
});

const resource = `resource "dialog360_channel_ctwa_tracking" "berlin" {
  channel_id = "berlinCH"
}`;
const report = (postcondition = "") => `data "dialog360_ctwa_tracking_report" "drift" {
  declared = { berlinCH = true, grazCH = true }
  ${postcondition}
}`;
const check = `check "tracking" {
  assert {
    condition     = data.dialog360_ctwa_tracking_report.drift.coverage == 1
    error_message = "Not on: \${join(", ", data.dialog360_ctwa_tracking_report.drift.off)}."
  }
}`;

test("a check that fails is a warning: plan and apply end as they would have", async () => {
  const { simulator, workspace } = await openWorld({ simulator: FLAG });
  simulator.control.changeChannel("berlinCH", { ctwa: true });
  await workspace.configure(`${resource}\n${report()}\n${check}`);

  const applied = await workspace.apply();
  const planned = await workspace.plan();

  expect(applied.output).toContain("Warning: Check block assertion failed");
  expect(applied.output).toContain("Not on: grazCH.");
  expect(planned.code).toBe(0);
  expect(planned.output).toContain("Not on: grazCH.");
});

test("a report that cannot be read within a check is a warning, and outside it an error", async () => {
  const { simulator, workspace } = await openWorld();
  simulator.control.addFault({ route: "channels", status: 403, times: 1_000 });
  const scoped = check.replace("assert {", `${report()}\n  assert {`);
  await workspace.configure(scoped);

  expect((await workspace.plan()).output).toMatch(/Warning: Not allowed \(403\)/);

  await workspace.configure(report());
  expect((await diagnose(workspace, "plan")).errors).toEqual([
    expect.objectContaining({ summary: "Not allowed (403)" }),
  ]);
});

test("a postcondition that does not hold fails plan and apply with exit code 1", async () => {
  const { simulator, workspace } = await openWorld({ simulator: FLAG });
  const postcondition = `lifecycle {
    postcondition {
      condition     = self.coverage == 1
      error_message = "Not on: \${join(", ", self.off)}."
    }
  }`;
  await workspace.configure(report(postcondition));

  const planned = await workspace.plan();
  const applied = await workspace.run("apply", "-auto-approve", "-no-color");

  for (const run of [planned, applied]) {
    expect(run.code).toBe(1);
    expect(run.output).toContain("Resource postcondition failed");
    expect(run.output).toContain("Not on: berlinCH, grazCH.");
  }
  // In a plan that only refreshes, Terraform turns it into a warning. 1.16 says "No changes" and ends with 2 all the same.
  const refreshed = await workspace.plan("-refresh-only");
  expect(refreshed.output).not.toContain("Error:");
  expect([0, 2]).toContain(refreshed.code);
  expect(refreshed.output).toContain("Warning: Resource postcondition failed");
  for (const id of ["berlinCH", "grazCH"]) simulator.control.changeChannel(id, { ctwa: true });
  expect((await workspace.plan()).code).toBe(0);
});

test("10,000 declared channels of a partner who has 50,000 cost one login and one list of fifty pages", async () => {
  const { of, world } = await readData(
    `
locals {
  numbers  = flatten([for thousand in range(10) : [for number in range(1000) : 1000 * thousand + number]])
  declared = { for number in local.numbers : format("n%05dCH", number + 1) => false }
}
data "dialog360_ctwa_tracking_report" "all" {
  declared = local.declared
}`,
    { simulator: { ...FLAG, channels: 50_000 } },
  );

  expect(of("ctwa_tracking_report.all")).toMatchObject({
    ...{ off: { length: 10_000 }, undeclared: { length: 39_998 }, total: 49_998, coverage: 1, exact: true },
  });
  // The last page is full, so one more is asked for.
  expect(asked(world.simulator)).toEqual({ token: 1, channels: 51 });
});

test("an id that is not known yet leaves the report to apply", async () => {
  const { workspace } = await openWorld({ simulator: FLAG });
  await workspace.configure(`${resource}
data "dialog360_ctwa_tracking_report" "drift" {
  declared = { (dialog360_channel_ctwa_tracking.berlin.id) = true }
}`);

  await workspace.apply();

  const state = await workspace.state();
  expect(state["data.dialog360_ctwa_tracking_report.drift"]).toMatchObject({ on: ["berlinCH"], coverage: 1 });
});

test.each([
  ['declared = { "a/b" = true }', "has a key that cannot be"],
  ["declared = { berlinCH = null }", 'The element declared["berlinCH"] is null'],
  ['client_ids = ["a/b"]', "that is not an id"],
])("refuses %s before anything is asked", async (line, words) => {
  const { simulator, workspace } = await openWorld();
  const rest = line.startsWith("declared") ? "" : "declared = {}";
  await workspace.configure(`data "dialog360_ctwa_tracking_report" "bad" {\n  ${line}\n  ${rest}\n}`);

  const { errors } = await diagnose(workspace, "plan");

  expect(errors).toEqual([expect.objectContaining({ line })]);
  expect(errors[0]?.detail).toContain(words);
  expect(asked(simulator)).toEqual({});
});
