import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { asTracked, growState } from "../../bench/grown-state.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "dialog360-grown-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("one applied resource becomes many in the state, each about its own channel", async () => {
  const instance = {
    schema_version: 0,
    attributes: { id: "oneCH", channel_id: "oneCH", client_id: "oneCL", app_id: "1", enabled: true },
    private: "",
  };
  const resource = { mode: "managed", type: "t", name: "oneCH", instances: [instance] };
  const written: string[] = [];
  const open = {
    folder,
    write: async (hcl: string) => void written.push(hcl),
    terraform: async () =>
      writeFileSync(
        path.join(folder, "terraform.tfstate"),
        JSON.stringify({ serial: 1, resources: [resource] }),
      ),
  };
  const channels = [
    { id: "oneCH", client_id: "oneCL", app_id: "1", phone_number: "+1" },
    { id: "twoCH", client_id: "twoCL", app_id: "2", phone_number: "+2" },
  ];

  await growState(open, channels, { blocks: (ids: string[]) => ids.join(" "), change: asTracked });

  expect(written).toEqual(["oneCH", "oneCH twoCH"]);
  const state = JSON.parse(readFileSync(path.join(folder, "terraform.tfstate"), "utf8"));
  expect(state.serial).toBe(2);
  expect(state.resources.map(({ name }: { name: string }) => name)).toEqual(["oneCH", "twoCH"]);
  const [two] = state.resources[1].instances;
  expect(two.attributes).toEqual({
    ...{ id: "twoCH", channel_id: "twoCH", client_id: "twoCL", app_id: "2", phone_number: "+2" },
    enabled: true,
  });
  expect(JSON.parse(Buffer.from(two.private, "base64").toString())).toEqual({
    object: "twoCH",
    sent: [["twoCL", null, null, "twoCH"]],
  });
});
