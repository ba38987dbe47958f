import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, readdir } from "node:fs/promises";
import path from "node:path";
import { serveInProcess } from "../../../src/framework";
import { dialog360Provider } from "../../../src/provider";
import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { executable } from "../harness/workspace";
import { openWorld, settingsFor, type World } from "../harness/world";

const berlin = 'resource "dialog360_channel_ctwa_tracking" "berlin" {\n  channel_id = "berlinCH"\n}';

/** A provider in this process reads no variables of Terraform's: its settings stand in the configuration. */
function providerBlock({ listening }: World): string {
  return `provider "dialog360" {
  partner_id   = "examplePA"
  api_key      = "example-api-key"
  hub_base_url = "${listening.hubBaseUrl}"
}`;
}

/** Terraform without any provider to start. */
async function openWithout(): Promise<World> {
  const world = await openWorld();
  await world.workspace.useProviderIn(world.workspace.folder);
  return world;
}

test("a provider served in this process is used by run after run, and started by none", async () => {
  const served = await serveInProcess(dialog360Provider);
  const world = await openWithout();
  await world.workspace.configure(berlin, providerBlock(world));
  world.workspace.setEnv({ TF_REATTACH_PROVIDERS: served.reattach });

  await world.workspace.apply();
  expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
  await world.workspace.destroy();
  await served.close();

  expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(false);
  expect(world.simulator.requests.list().every(({ userAgent }) => userAgent?.includes("Node.js"))).toBe(true);
});

test("its variable names it under both registries, for Terraform and for OpenTofu", async () => {
  const served = await serveInProcess(dialog360Provider);

  const named = JSON.parse(served.reattach) as Record<string, { Pid: number; ProtocolVersion: number }>;
  await served.close();

  expect(Object.keys(named)).toEqual([
    "registry.terraform.io/dialog360/dialog360",
    "registry.opentofu.org/dialog360/dialog360",
  ]);
  for (const entry of Object.values(named)) {
    expect(entry).toMatchObject({ Pid: process.pid, ProtocolVersion: 6 });
  }
});

test("errors reach the user as they do from the executable", async () => {
  const served = await serveInProcess(dialog360Provider);
  const world = await openWithout();
  await world.workspace.configure(berlin.replace("berlinCH", "nowhereCH"), providerBlock(world));
  world.workspace.setEnv({ TF_REATTACH_PROVIDERS: served.reattach });

  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");
  await served.close();

  expect(errors).toEqual([
    expect.objectContaining({ summary: titles.channelNotFound, line: 'channel_id = "nowhereCH"' }),
  ]);
});

test("the command serves run after run with its own variables, and ends with 0 on Ctrl-C", async () => {
  const world = await openWithout();
  await world.workspace.write("tmp/.keep", "");
  const temporary = path.join(world.workspace.folder, "tmp");
  const env = { PATH: process.env["PATH"], TMPDIR: temporary, ...settingsFor(world.listening) };
  const child = spawn(executable, ["serve", "--reattach"], { env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const ended = once(child, "exit");
    await world.workspace.configure(berlin);
    world.workspace.setEnv({ TF_REATTACH_PROVIDERS: await exportedBy(child.stdout) });
    await world.workspace.apply();
    expect((await world.workspace.plan()).code).toBe(0);
    child.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
    expect(await readdir(temporary)).toEqual([".keep"]);
  } finally {
    child.kill("SIGKILL");
  }
  expect(world.simulator.control.channel("berlinCH")?.ctwa).toBe(true);
});

/** The value in the line that a shell takes. */
async function exportedBy(stdout: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stdout) {
    text += chunk;
    const [, value] = /^export TF_REATTACH_PROVIDERS='(.*)'$/m.exec(text) ?? [];
    if (value !== undefined) return value;
  }
  throw new Error(`the command ended: ${text}`);
}

test("once it is closed its socket is gone with its folder, and another can be served", async () => {
  const first = await serveInProcess(dialog360Provider);
  const [entry] = Object.values(JSON.parse(first.reattach) as Record<string, { Addr: { String: string } }>);
  const socket = entry?.Addr.String ?? "";
  await access(socket);

  await first.close();

  await expect(access(path.dirname(socket))).rejects.toMatchObject({ code: "ENOENT" });
  const second = await serveInProcess(dialog360Provider);
  await second.close();
});
