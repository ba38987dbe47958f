import { existsSync } from "node:fs";
import { cp, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describeSince } from "../harness/since";
import { addressOf, isOn, switches, tracking } from "../harness/tracking";
import { succeeded } from "../harness/workspace";
import { openWorld, type World } from "../harness/world";

const root = path.resolve(__dirname, "../../../examples");

interface Outcome {
  /** Channels that are on once the example has been applied, in a world where all were off. */
  readonly on: readonly string[];
  /** Those of them that its destroy leaves on. */
  readonly kept?: readonly string[];
}

const shops = ["berlinCH", "hamburgCH", "munichCH"];
const outcomes: Readonly<Record<string, Outcome>> = {
  "ci/tracking": { on: shops },
  quickstart: { on: shops },
  provider: { on: [] },
  "resources/dialog360_channel_ctwa_tracking": {
    on: ["berlinCH", "grazCH", "hamburgCH", "viennaCH"],
    kept: ["hamburgCH"],
  },
  "resources/dialog360_ctwa_tracking_fleet": { on: ["berlinCH", "exampleCH"] },
  "client-tracking": { on: ["grazCH", "lilleCH", "lyonCH", "nantesCH", "parisCH", "viennaCH"] },
  "resources/dialog360_signals_keyword_postback": { on: ["exampleCH"] },
  "data-sources/dialog360_channel": { on: [] },
  "data-sources/dialog360_channels": { on: ["grazCH", "linzCH", "viennaCH"] },
  "data-sources/dialog360_client": { on: [] },
  "data-sources/dialog360_clients": { on: [] },
  "data-sources/dialog360_ctwa_tracking_report": { on: ["berlinCH", "hamburgCH"] },
  "data-sources/dialog360_signals_ad": { on: [] },
  "data-sources/dialog360_signals_ads": { on: [] },
  "data-sources/dialog360_signals_configuration": { on: ["exampleCH"] },
  "data-sources/dialog360_signals_keyword_postback": { on: [] },
  "ephemeral-resources/dialog360_access_token": { on: [] },
  "functions/channel_import_id": { on: ["berlinCH", "hamburgCH"] },
  "functions/parse_channel_import_id": { on: shops },
};

/** Examples that only newer binaries can read. */
const BY_IDENTITY = "import-by-identity.tf";
const ACTION = "actions/dialog360_send_ctwa_switch";
const LIST = "list-resources/dialog360_channel_ctwa_tracking";

async function configurationIn(folder: string): Promise<string> {
  const files = (await readdir(path.join(root, folder))).filter(
    (file) => file.endsWith(".tf") && file !== BY_IDENTITY,
  );
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, folder, file), "utf8")));
  return texts.join("\n");
}

/** A world with all switches off and the example in its folder; what the registry pages leave out is put in front. */
async function worldOf(example: string): Promise<World> {
  const world = await openWorld();
  for (const { id } of channelsOn(world)) world.simulator.control.changeChannel(id, { ctwa: false });
  const configuration = await configurationIn(example);
  if (configuration.includes("required_providers")) await world.workspace.write("main.tf", configuration);
  else await world.workspace.configure(configuration);
  if (configuration.includes(MODULES)) await installModules(world, configuration);
  return world;
}

/** How an example names the folder of the modules. */
const MODULES = "../../modules/";

async function installModules({ workspace }: World, configuration: string): Promise<void> {
  await cp(path.join(root, "../modules"), path.join(workspace.folder, "modules"), { recursive: true });
  await workspace.write("main.tf", configuration.replaceAll(MODULES, "./modules/"));
  succeeded(await workspace.run("get"));
}

function channelsOn({ simulator }: World) {
  return simulator.control.channels().filter(({ ctwa }) => ctwa);
}

const idsOn = (world: World) => channelsOn(world).map(({ id }) => id);

it("covers every folder that holds a configuration", async () => {
  const files = await readdir(root, { recursive: true });
  const folders = files.filter((file) => file.endsWith(".tf")).map((file) => path.dirname(file));
  expect([...new Set(folders)].sort()).toEqual([...Object.keys(outcomes), ACTION].sort());
});

it.each(Object.entries(outcomes))(
  "%s is valid, does what it says, and leaves nothing behind",
  async (example, { on, kept = [] }) => {
    const world = await worldOf(example);
    const before = world.simulator.control.channels();
    succeeded(await world.workspace.run("validate"));
    await world.workspace.apply();
    expect(idsOn(world)).toEqual(on);
    expect((await world.workspace.plan()).code).toBe(0);
    await world.workspace.destroy();
    expect(idsOn(world)).toEqual(kept);
    for (const id of kept) world.simulator.control.changeChannel(id, { ctwa: false });
    expect(world.simulator.control.channels()).toEqual(before);
  },
);

it("has import commands that work, each on its own", async () => {
  const folder = path.join(root, "resources/dialog360_channel_ctwa_tracking");
  const script = path.join(folder, "import.sh");
  expect(existsSync(script)).toBe(true);
  const commands = (await readFile(script, "utf8"))
    .split("\n")
    .filter((line) => line.startsWith("terraform "))
    .map((line) => line.split(" ").slice(1));
  expect(commands).toHaveLength(3);
  const world = await openWorld();
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  for (const command of commands) {
    succeeded(await world.workspace.run(...command));
    succeeded(await world.workspace.run("state", "rm", addressOf("berlin")));
  }
  expect(isOn(world, "berlinCH")).toBe(false);
});

describeSince("an import by identity", { terraform: "1.12", tofu: "1.12" })("the identity examples", () => {
  it("import a postback", async () => {
    const folder = "resources/dialog360_signals_keyword_postback";
    const world = await openWorld();
    const files = ["resource.tf", BY_IDENTITY].map((file) => readFile(path.join(root, folder, file), "utf8"));
    await world.workspace.configure((await Promise.all(files)).join("\n"));
    await world.workspace.apply();
    expect((await world.workspace.plan()).code).toBe(0);
  });

  it("import a channel", async () => {
    const file = path.join(root, "resources/dialog360_channel_ctwa_tracking", BY_IDENTITY);
    const world = await openWorld();
    const block = tracking("berlin", 'channel_id = "berlinCH"');
    await world.workspace.configure(`${block}\n${await readFile(file, "utf8")}`);
    succeeded(await world.workspace.run("validate"));
    await world.workspace.apply();
    expect(Object.keys(await world.workspace.state())).toEqual([addressOf("berlin")]);
  });
});

describeSince("actions", { terraform: "1.14", tofu: null })("the action example", () => {
  it("sends the switch of the other channel with a change of the block", async () => {
    const world = await openWorld();
    const configuration = await configurationIn(ACTION);
    await world.workspace.configure(configuration);
    await world.workspace.apply();
    expect(switches(world)).toEqual(["enable exampleCL/berlinCH"]);
    await world.workspace.configure(configuration.replace('"berlinCH"', '"berlinCH"\n  on_destroy = "keep"'));
    await world.workspace.apply();
    expect(switches(world)).toContain("enable exampleCL/munichCH");
  });
});

describeSince("terraform query", { terraform: "1.14", tofu: null })("the list example", () => {
  it("is valid and finds channels", async () => {
    const world = await openWorld();
    await world.workspace.configure("");
    const text = await readFile(path.join(root, LIST, "list-resource.tfquery.hcl"), "utf8");
    await world.workspace.write("main.tfquery.hcl", text);
    succeeded(await world.workspace.run("validate", "-query"));
    const run = succeeded(await world.workspace.run("query", "-no-color"));
    expect(run.stdout).toContain("munichCH");
    expect(run.stdout).not.toContain("berlinCH");
  });
});
