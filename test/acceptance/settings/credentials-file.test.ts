import { chmod } from "node:fs/promises";
import path from "node:path";
import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { isOn, tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const berlin = tracking("berlin", 'channel_id = "berlinCH"');
const block = 'provider "dialog360" {\n  credentials_file = "credentials.json"\n}';
const login = { username: "partner@example.com", password: "example-password" };

/** A world whose only credentials are those in the file. */
async function worldWith(content: object, mode = 0o600): Promise<World> {
  const world = await openWorld({ env: { DIALOG360_USERNAME: undefined, DIALOG360_PASSWORD: undefined } });
  await world.workspace.write("credentials.json", JSON.stringify(content));
  await chmod(path.join(world.workspace.folder, "credentials.json"), mode);
  await world.workspace.configure(berlin, block);
  return world;
}

it("logs in with what the file holds", async () => {
  const world = await worldWith(login);
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
  expect((await world.workspace.plan()).code).toBe(0);
});

it("takes the file from the environment, below the home too", async () => {
  const world = await worldWith({ api_key: "example-api-key" });
  world.workspace.setEnv({ DIALOG360_CREDENTIALS_FILE: "~/credentials.json" });
  await world.workspace.configure(berlin);
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
});

it("leaves the file alone where the environment has credentials, and validates without it", async () => {
  const world = await worldWith({ api_key: "wrong-key" }, 0o644);
  expect((await world.workspace.run("validate")).code).toBe(0);
  world.workspace.setEnv({ DIALOG360_API_KEY: "example-api-key" });
  await world.workspace.apply();
  expect(isOn(world, "berlinCH")).toBe(true);
});

it("points at credentials_file where the file cannot be used, and asks nothing of the hub", async () => {
  const world = await worldWith(login, 0o640);
  const { errors } = await diagnose(world.workspace, "plan");
  expect(errors).toMatchObject([
    {
      summary: titles.invalidValue("credentials_file"),
      detail: expect.stringMatching(/mode is 0640\). Run: chmod 600 .*credentials\.json/),
      line: 'credentials_file = "credentials.json"',
    },
  ]);
  expect(world.simulator.requests.list()).toEqual([]);
});
