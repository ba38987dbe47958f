import { titles } from "../../../src/provider/titles";
import { until } from "../harness/asked";
import { diagnose } from "../harness/diagnose";
import { fleet, fleetAddress, fleetState } from "../harness/fleets";
import { isOn, switches } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const POSTCONDITION = `lifecycle {
    postcondition {
      condition     = length(self.pending) == 0
      error_message = "Pending: \${jsonencode(self.pending)}"
    }
  }`;

const two = ["berlinCH", "viennaCH"];

/** Refuses the next switches, skipping some. */
function refuse(
  { simulator }: World,
  route: "enable_ctwa" | "disable_ctwa",
  skip: number,
  times: number,
): void {
  simulator.control.addFault({ route, status: 403, skip, times });
}

async function stateFile({ workspace }: World): Promise<string> {
  return await workspace.read("terraform.tfstate").catch(() => "");
}

it("keeps what a create has done where one channel fails: not tainted, exit code 1 by a postcondition, healed in place", async () => {
  const world = await openWorld({ env: { DIALOG360_MAX_CONCURRENT_REQUESTS: "1" } });
  const { workspace } = world;
  refuse(world, "enable_ctwa", 1, 1);
  await workspace.configure(fleet("all", two, POSTCONDITION));

  const failed = await workspace.run("apply", "-auto-approve", "-no-color");
  expect(failed.code).toBe(1);
  expect(failed.output).toContain('Pending: {"viennaCH":"refused"}');
  expect(await fleetState(world, "all")).toMatchObject({
    pending: { viennaCH: "refused" },
    tracked_count: 1,
  });
  expect(await stateFile(world)).not.toContain("tainted");

  const { changes } = await workspace.plan();
  expect(changes).toMatchObject([
    { address: fleetAddress("all"), actions: ["update"], before: { pending: { viennaCH: "refused" } } },
  ]);
  await workspace.apply();
  expect(switches(world).slice(2)).toEqual(["enable bakeryCL/viennaCH"]);
  expect((await workspace.plan()).code).toBe(0);
});

it("fails, and leaves nothing in the state, where a create could do nothing", async () => {
  const world = await openWorld({ env: { DIALOG360_MAX_CONCURRENT_REQUESTS: "1" } });
  refuse(world, "enable_ctwa", 0, 2);
  await world.workspace.configure(fleet("all", two));

  const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");
  expect(code).toBe(1);
  expect(errors.map(({ summary }) => summary)).toEqual([
    titles.pending("berlinCH", "refused"),
    titles.pending("viennaCH", "refused"),
    titles.notAllSwitched,
    titles.fleetNotCreated,
  ]);
  expect(await world.workspace.state()).toEqual({});
});

it("says at its key what an update could not do, keeps the rest, and goes on from there", async () => {
  const world = await openWorld();
  const { workspace } = world;
  await workspace.configure(fleet("all", two));
  await workspace.apply();
  refuse(world, "disable_ctwa", 0, 1);
  await workspace.configure(fleet("all", { berlinCH: false, parisCH: true }, 'reassert_after = "24h"'));

  const { code, errors } = await diagnose(workspace, "apply", "-auto-approve");
  expect(code).toBe(1);
  expect(errors.map(({ summary }) => summary)).toEqual([
    titles.pending("berlinCH", "refused"),
    titles.notAllSwitched,
  ]);
  expect(errors[0]?.detail).toContain("answered 403");
  expect(errors[0]?.line).toContain("berlinCH");
  expect(await fleetState(world, "all")).toMatchObject({
    channels: { berlinCH: true, parisCH: true },
    pending: { berlinCH: "refused" },
  });
  expect(["berlinCH", "viennaCH", "parisCH"].map((id) => isOn(world, id))).toEqual([true, false, true]);

  await workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(false);
  expect((await workspace.plan()).code).toBe(0);
});

it("keeps in the state what a destroy could not switch off, and finishes the next time", async () => {
  const world = await openWorld();
  const { workspace } = world;
  await workspace.configure(fleet("all", two));
  await workspace.apply();
  refuse(world, "disable_ctwa", 0, 1);

  expect((await workspace.run("destroy", "-auto-approve", "-no-color")).code).toBe(1);
  expect(await fleetState(world, "all")).toMatchObject({
    channels: { berlinCH: true },
    pending: { berlinCH: "refused" },
  });
  expect(two.map((id) => isOn(world, id))).toEqual([true, false]);

  await workspace.destroy();
  expect(await workspace.state()).toEqual({});
  expect(isOn(world, "berlinCH")).toBe(false);
});

it("ends a create on Ctrl-C with what was done in the state, and the rest pending", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  const four = [...two, "parisCH", "madridCH"];
  simulator.control.addFault({ route: "enable_ctwa", status: 429, retryAfter: 60, skip: 2 });
  await workspace.configure(fleet("all", four));
  const run = workspace.start("apply", "-auto-approve", "-input=false", "-no-color");
  await until(() => simulator.requests.list("enable_ctwa").length >= 3);
  run.interrupt();
  const { output } = await run.done;

  expect(output).not.toMatch(/panic|Plugin did not respond|rpc error/i);
  const state = await fleetState(world, "all");
  const done = four.filter((id) => isOn(world, id));
  expect(state).toMatchObject({ tracked_count: done.length });
  expect(Object.keys(state["pending"] as object).sort()).toEqual(
    four.filter((id) => !done.includes(id)).sort(),
  );
  expect(await stateFile(world)).not.toContain("tainted");

  await workspace.apply();
  expect(four.map((id) => isOn(world, id))).toEqual([true, true, true, true]);
  expect((await workspace.plan()).code).toBe(0);
});

it("refuses at plan, in one error, a key that is unknown, of another partner, or under another client", async () => {
  const world = await openWorld();
  const { workspace } = world;
  await workspace.configure(
    fleet("all", ["berlinCH", "nowhereCH", "otherCH", "viennaCH", "niceCH"], 'client_id = "exampleCL"'),
  );

  const { code, errors } = await diagnose(workspace, "apply", "-auto-approve");
  expect(code).toBe(1);
  expect(errors).toMatchObject([
    { summary: "4 of 5 channels cannot be switched", line: expect.stringContaining("channels = {") },
  ]);
  for (const id of ["nowhereCH", "otherCH", "viennaCH", "niceCH"])
    expect(errors[0]?.detail).toContain(`- ${id}: `);
  expect(switches(world)).toEqual([]);
  expect(await workspace.state()).toEqual({});
});

it("says at its key that a saved plan flips a channel that is gone by then, and does the rest", async () => {
  const world = await openWorld();
  const { workspace, simulator } = world;
  await workspace.configure(fleet("all", two));
  await workspace.apply();
  await workspace.configure(fleet("all", { berlinCH: false, viennaCH: false }));
  await workspace.run("plan", "-out=saved.plan");
  simulator.control.removeChannel("berlinCH");

  const { code, errors } = await diagnose(workspace, "apply", "saved.plan");

  expect(code).toBe(1);
  expect(errors.map(({ summary }) => summary)).toEqual([
    titles.pending("berlinCH", "gone"),
    titles.notAllSwitched,
  ]);
  expect(isOn(world, "viennaCH")).toBe(false);
  expect(await fleetState(world, "all")).toMatchObject({ channels: { berlinCH: true, viennaCH: false } });
});
