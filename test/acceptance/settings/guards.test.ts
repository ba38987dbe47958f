import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const CHANNELS = ["exampleCH", "berlinCH", "hamburgCH"] as const;
const TOO_MANY = titles.tooManyDisables;

const blocks = (channels: readonly string[], ...lines: readonly string[]) =>
  channels.map((id) => tracking(id, `channel_id = "${id}"`, ...lines)).join("");

const on = (world: World) => CHANNELS.filter((id) => isOn(world, id));

/** A world in which three channels have been applied, with an empty list of requests. */
async function appliedWorld(...lines: readonly string[]): Promise<World> {
  const world = await openWorld();
  await world.workspace.configure(blocks(CHANNELS, ...lines));
  await world.workspace.apply();
  world.simulator.requests.clear();
  return world;
}

describe("max_disables_per_run", () => {
  it("fails the plan that takes out more blocks, switches nothing, and lets as many through", async () => {
    const world = await appliedWorld();
    world.workspace.setEnv({ DIALOG360_MAX_DISABLES_PER_RUN: "1" });
    await world.workspace.configure(blocks(["exampleCH"]));

    const { code, errors } = await diagnose(world.workspace, "apply", "-auto-approve");

    expect(code).toBe(1);
    expect(errors).toMatchObject([
      {
        summary: TOO_MANY,
        detail: expect.stringMatching(/2 channels.*DIALOG360_MAX_DISABLES_PER_RUN\) allows 1/),
      },
    ]);
    expect([on(world), switches(world)]).toEqual([[...CHANNELS], []]);

    await world.workspace.configure(blocks(["exampleCH", "berlinCH"]));
    await world.workspace.apply();
    expect(on(world)).toEqual(["exampleCH", "berlinCH"]);
  });

  it("counts destroys, replacements and enabled = false together, in the provider block too", async () => {
    const world = await appliedWorld();
    const changed =
      tracking("exampleCH", 'channel_id = "exampleCH"', "enabled = false") +
      tracking("berlinCH", 'channel_id = "viennaCH"');
    const block = (most: number) => `provider "dialog360" {\n  max_disables_per_run = ${most}\n}`;
    await world.workspace.configure(changed, block(2));
    const { errors } = await diagnose(world.workspace, "plan");
    expect(errors).toMatchObject([
      { summary: TOO_MANY, detail: expect.stringMatching(/^The plan.* 3 channels/) },
    ]);

    await world.workspace.configure(changed, block(3));
    await world.workspace.apply();

    expect(on(world)).toEqual([]);
    expect(isOn(world, "viennaCH")).toBe(true);
    expect((await world.workspace.plan()).code).toBe(0);
  });

  it("holds for terraform destroy, unless the switches are kept", async () => {
    const world = await appliedWorld();
    world.workspace.setEnv({ DIALOG360_MAX_DISABLES_PER_RUN: "2" });
    const { code, errors } = await diagnose(world.workspace, "destroy", "-auto-approve");
    expect([code, errors.map(({ summary }) => summary)]).toEqual([1, [TOO_MANY]]);
    expect(switches(world)).toEqual([]);

    await world.workspace.configure(blocks(CHANNELS, 'on_destroy = "keep"'));
    await world.workspace.apply();
    await world.workspace.destroy();
    expect([on(world), switches(world)]).toEqual([[...CHANNELS], []]);
  });

  it("is a backstop at apply for a plan that was saved under another bound", async () => {
    const world = await appliedWorld();
    await world.workspace.configure(blocks(["exampleCH"]));
    await world.workspace.run("plan", "-out=saved.bin");
    world.workspace.setEnv({ DIALOG360_MAX_DISABLES_PER_RUN: "1" });

    const { code, errors } = await diagnose(world.workspace, "apply", "saved.bin");

    expect([code, errors.map(({ summary }) => summary)]).toEqual([1, [TOO_MANY]]);
    expect(switches(world)).toHaveLength(1);
    expect(Object.keys(await world.workspace.state())).toHaveLength(2);
  });

  it("counts each alias of the provider by itself", async () => {
    const world = await openWorld({ env: { DIALOG360_MAX_DISABLES_PER_RUN: "1" } });
    const providers = 'provider "dialog360" {}\nprovider "dialog360" {\n  alias = "other"\n}';
    const other = tracking("berlinCH", 'channel_id = "berlinCH"', "provider = dialog360.other");
    await world.workspace.configure(blocks(["exampleCH"]) + other, providers);
    await world.workspace.apply();
    await world.workspace.configure("", providers);
    await world.workspace.apply();
    expect(on(world)).toEqual([]);
  });
});

describe("read_only", () => {
  it("lets plans show every change, and lets no switch leave", async () => {
    const world = await appliedWorld();
    world.workspace.setEnv({ DIALOG360_READ_ONLY: "true" });
    await world.workspace.configure(
      tracking("exampleCH", 'channel_id = "exampleCH"', "enabled = false") +
        tracking("berlinCH", 'channel_id = "berlinCH"') +
        tracking("new", 'channel_id = "viennaCH"'),
    );
    const { code, changes } = await world.workspace.plan();
    expect([code, changes.map(({ address }) => address).sort()]).toEqual([
      2,
      [addressOf("exampleCH"), addressOf("hamburgCH"), addressOf("new")],
    ]);

    const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

    expect(errors).toHaveLength(3);
    for (const { summary, detail } of errors) {
      expect(summary).toBe(titles.readOnly);
      expect(detail).toMatch(/POST .*_ctwa was not sent[\s\S]*read_only \(DIALOG360_READ_ONLY\)/);
    }
    expect(on(world)).toEqual([...CHANNELS]);
    const sent = world.simulator.requests.list().filter(({ method }) => method !== "GET");
    expect(new Set(sent.map(({ path }) => path.split("/").at(-1)))).toEqual(new Set(["token"]));
  });

  it("can stand in the provider block, and lets pass what sends nothing", async () => {
    const world = await appliedWorld('on_destroy = "keep"');
    const readOnly = 'provider "dialog360" {\n  read_only = true\n}';
    await world.workspace.configure(blocks(CHANNELS), readOnly);
    await world.workspace.apply();
    expect((await diagnose(world.workspace, "destroy", "-auto-approve")).errors).toHaveLength(3);
    expect(Object.keys(await world.workspace.state())).toHaveLength(3);
    await world.workspace.configure(blocks(CHANNELS, 'on_destroy = "keep"'), readOnly);
    await world.workspace.apply();
    await world.workspace.destroy();
    expect([on(world), switches(world)]).toEqual([[...CHANNELS], []]);
  });
});

it.each(["read_only", "max_disables_per_run", "signals_base_url", "max_retries"])(
  "a refresh works while %s is not known yet",
  async (name) => {
    const world = await appliedWorld();
    world.simulator.control.changeChannel("berlinCH", { client_id: "bakeryCL" });
    await world.workspace.configure(
      `resource "terraform_data" "later" {}\n${blocks(CHANNELS)}`,
      `provider "dialog360" {\n  ${name} = terraform_data.later.id == "" ? null : null\n}`,
    );

    const { code, errors } = await diagnose(world.workspace, "plan", "-detailed-exitcode");

    expect({ code, errors }).toEqual({ code: 2, errors: [] });
    expect(world.simulator.requests.list("channels")).not.toEqual([]);
  },
);
