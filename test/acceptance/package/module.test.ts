import { cp } from "node:fs/promises";
import path from "node:path";
import { openWorld } from "../harness/world";

const modules = path.resolve(__dirname, "../../../modules");

it("runs the tests of the module client-tracking against the simulator", async () => {
  const { workspace, simulator } = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  const onBefore = simulator.control.channels().filter(({ ctwa }) => ctwa);
  await cp(path.join(modules, "client-tracking"), workspace.folder, { recursive: true });
  const formatted = await workspace.run("fmt", "-check", "-recursive", "-diff");
  expect(formatted.output).toBe("");

  const { code, output } = await workspace.run("test", "-no-color");
  expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
  expect(output).toMatch(/\b[1-9]\d* passed, 0 failed/);
  const tested = new Set(["bakeryCL", "floristCL"]);
  const kept = onBefore.filter(({ client_id }) => !tested.has(client_id));
  expect(simulator.control.channels().filter(({ ctwa }) => ctwa)).toEqual(kept);
});
