import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { addressOf, switches, tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const address = addressOf("berlin");
const PAST = "2026-01-31T12:00:00Z";

/** A world in which tracking of berlinCH has been applied, with an empty list of requests. */
async function appliedWorld() {
  const world = await openWorld({ env: { DIALOG360_MAX_RETRIES: "0" } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.apply();
  world.simulator.requests.clear();
  return world;
}

describe("a channel that is absent", () => {
  let stays: World;
  beforeAll(async () => {
    stays = await appliedWorld();
  });

  it("leaves the state once a direct look-up has confirmed it", async () => {
    const world = await appliedWorld();
    world.simulator.control.removeChannel("berlinCH");
    expect((await world.workspace.plan()).changes).toMatchObject([{ address, actions: ["create"] }]);
    const reads = world.simulator.requests.list("channels").map(({ query }) => query["filters"]);
    expect(reads).toEqual([undefined, expect.stringContaining("berlinCH")]);
    await world.workspace.apply("-refresh-only");
    expect(await world.workspace.state()).toEqual({});
    await world.workspace.configure("");
    expect((await world.workspace.plan()).code).toBe(0);
  });

  it("cannot be created again", async () => {
    const world = await appliedWorld();
    world.simulator.control.removeChannel("berlinCH");
    const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");
    expect(code).toBe(1);
    expect(errors).toMatchObject([
      { address, summary: titles.channelNotFound, line: 'channel_id = "berlinCH"' },
    ]);
  });

  it.each([
    [
      "a list that lacks it while a look-up finds it",
      { body: { partner_channels: [], count: 0, total: 0 } },
      0,
    ],
    ["an empty page with a total above zero", { body: { partner_channels: [], count: 0, total: 9 } }, 0],
    ["a 403", { status: 403, times: "always" }, 1],
    ["a 404", { status: 404, times: "always" }, 1],
    ["an error", { status: 500, times: "always" }, 1],
    ["something that is no list", { html: true, status: 200, times: "always" }, 1],
  ] as const)("is not what %s means", async (_case, fault, code) => {
    stays.simulator.control.addFault({ route: "channels", ...fault });
    const run = await stays.workspace.run("apply", "-refresh-only", "-auto-approve");
    expect(run.code).toBe(code);
    stays.simulator.control.clearFaults();
    expect((await stays.workspace.plan()).code).toBe(0);
  });
});

describe("a channel that is terminated", () => {
  it("leaves the state with a warning that says when", async () => {
    const world = await appliedWorld();
    world.simulator.control.changeChannel("berlinCH", { terminated_at: PAST });
    const { warnings } = await diagnose(world.workspace, "plan", "-refresh-only");
    expect(warnings).toMatchObject([{ address, summary: titles.terminated }]);
    expect(warnings[0]?.detail).toContain(`terminated on ${PAST}`);
    await world.workspace.configure("");
    await world.workspace.apply();
    expect(await world.workspace.state()).toEqual({});
    expect(switches(world)).toEqual([]);
  });

  it("stays where its termination lies ahead", async () => {
    const world = await appliedWorld();
    world.simulator.control.changeChannel("berlinCH", { terminated_at: "2099-12-31T23:00:00Z" });
    expect((await world.workspace.plan()).code).toBe(0);
  });

  it("is refused by create", async () => {
    const world = await appliedWorld();
    world.simulator.control.changeChannel("berlinCH", { terminated_at: PAST });
    const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");
    expect(code).toBe(1);
    expect(errors).toMatchObject([{ summary: titles.terminated, line: 'channel_id = "berlinCH"' }]);
    expect(errors[0]?.detail).toContain(PAST);
    expect(switches(world)).toEqual([]);
  });

  it("is refused by an update that was planned before", async () => {
    const world = await appliedWorld();
    await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"', "enabled = false"));
    await world.workspace.run("plan", "-out=saved.bin");
    world.simulator.control.changeChannel("berlinCH", { terminated_at: PAST });
    const { code, errors } = await diagnose(world.workspace, "apply", "saved.bin");
    expect(code).toBe(1);
    expect(errors).toMatchObject([{ summary: titles.terminated }]);
    expect(errors[0]?.detail).toContain(PAST);
    expect(switches(world)).toEqual([]);
    expect((await world.workspace.state())[address]).toMatchObject({ enabled: true });
  });
});
