import { until } from "../harness/asked";
import { describeSince } from "../harness/since";
import { unwrapped } from "../harness/terraform";
import { switches } from "../harness/tracking";
import { succeeded } from "../harness/workspace";
import { openWorld, type World, type WorldOptions } from "../harness/world";

const queries = describeSince("terraform query", { terraform: "1.14", tofu: null });

const list = (config = "", settings = "") =>
  `list "dialog360_channel_ctwa_tracking" "all" {\n  provider = dialog360\n${settings}\n  config {\n${config}\n  }\n}\n`;

interface Found {
  readonly display_name: string;
  readonly identity: { readonly partner_id: string; readonly channel_id: string };
  readonly resource_object?: Readonly<Record<string, unknown>>;
}

async function worldWith(query: string, options?: WorldOptions): Promise<World> {
  const world = await openWorld(options);
  await world.workspace.configure("");
  await world.workspace.write("all.tfquery.hcl", query);
  return world;
}

async function found({ workspace }: World): Promise<readonly Found[]> {
  const { stdout } = succeeded(await workspace.run("query", "-json"));
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { list_resource_found?: Found })
    .flatMap((line) => line.list_resource_found ?? []);
}

const TERMINATED: readonly string[] = ["niceCH"];
const idsOf = (results: readonly Found[]) => results.map(({ identity }) => identity.channel_id).sort();

queries("terraform query", () => {
  it("finds the channels whose tracking can be managed, by name and identity", async () => {
    const world = await worldWith(list());
    const results = await found(world);
    const ids = idsOf(results);
    expect(ids).toEqual(expect.arrayContaining(["berlinCH", "grazCH", "munichCH"]));
    expect(ids.filter((id) => TERMINATED.includes(id) || id === "otherCH")).toEqual([]);
    const berlin = results.find(({ identity }) => identity.channel_id === "berlinCH");
    expect(berlin?.identity).toEqual({ partner_id: "examplePA", channel_id: "berlinCH" });
    expect(berlin?.display_name).toContain("+49");
    expect(berlin?.resource_object).toBeUndefined();
    expect(switches(world)).toEqual([]);
  });

  it.each([
    [
      "client_ids",
      'client_ids = ["bakeryCL"]',
      (ids: readonly string[]) => ids.length > 0 && !ids.includes("berlinCH"),
    ],
    [
      "exclude_channel_ids",
      'exclude_channel_ids = ["berlinCH"]',
      (ids: readonly string[]) => !ids.includes("berlinCH"),
    ],
    ["tracking", 'tracking = "on"', (ids: readonly string[]) => ids.length > 0],
    ["name", 'name = "no such name"', (ids: readonly string[]) => ids.length === 0],
  ])("narrows by %s", async (_name, config, holds) => {
    const world = await worldWith(list(config), { simulator: { ctwaField: "ctwa_enabled" } });
    expect(holds(idsOf(await found(world)))).toBe(true);
  });

  it("stops at the limit, and hands over whole objects where they are wanted", async () => {
    const world = await worldWith(list("", "limit = 2\ninclude_resource = true"));
    const results = await found(world);
    expect(results).toHaveLength(2);
    expect(results[0]?.resource_object).toMatchObject({ verification: "unverified", on_destroy: "disable" });
  });

  it("refuses a setting that cannot be meant, at its line", async () => {
    const { workspace } = await worldWith(list('account_mode = "dead"'));
    const run = await workspace.run("validate", "-query", "-no-color");
    expect(run.code).toBe(1);
    expect(unwrapped(run)).toContain('account_mode = "dead"');
  });

  it("fails where the hub fails", async () => {
    const world = await worldWith(list());
    world.workspace.setEnv({ DIALOG360_PASSWORD: "wrong" });
    expect((await world.workspace.run("query", "-no-color")).code).toBe(1);
  });

  it("fails on Ctrl-C: a shorter list would be taken for the whole", async () => {
    const world = await worldWith(list());
    world.simulator.control.addFault({ route: "channels", hang: true });
    const run = world.workspace.start("query", "-no-color");
    await until(() => world.simulator.requests.list("channels").length > 0);
    run.interrupt();
    const { code, output } = await run.done;
    expect(code).toBe(1);
    expect(output).not.toMatch(/panic|rpc error/i);
  });

  it("writes a configuration that imports and changes nothing", async () => {
    const world = await worldWith(list('client_ids = ["exampleCL"]'), {
      simulator: { ctwaField: "ctwa_enabled" },
    });
    succeeded(await world.workspace.run("query", "-no-color", "-generate-config-out=found.tf"));
    const text = await world.workspace.read("found.tf");
    expect(text).not.toMatch(/on_destroy\s+= "|verification|phone_number|enabled\s+= true/);
    const plan = await world.workspace.plan();
    expect(plan.changes).toEqual([]);
    expect(plan.code).not.toBe(1);
    await world.workspace.apply();
    expect(switches(world)).toEqual([]);
    expect((await world.workspace.plan()).code).toBe(0);
  });
});
