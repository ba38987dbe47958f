import type { Fault } from "../../src/simulator";
import { ownProvider } from "../acceptance/harness/own-provider";
import { isOn, tracking } from "../acceptance/harness/tracking";
import { openWorld } from "../acceptance/harness/world";
import { node, suite } from "./needs";

// Longer than what fits into the window of a fresh HTTP/2 stream.
const MANY = Array.from({ length: 3_000 }, (_, number) => `many${number}CH`);

const FAULTS: readonly Fault[] = [
  { route: "enable_ctwa", status: 500 },
  { route: "enable_ctwa", cut: "before" },
  { route: "enable_ctwa", cut: "body" },
  { route: "enable_ctwa", status: 429 },
];

function fleet(enabled: boolean): string {
  return `resource "dialog360_ctwa_tracking_fleet" "many" {
  channels = { for id in ${JSON.stringify(MANY)} : id => { enabled = ${enabled} } }
}
`;
}

for (const major of [22, 24, 26]) {
  suite(`the bundle on Node ${major}`, { program: node(major) }, ({ program }) => {
    async function open(options?: Parameters<typeof openWorld>[0]) {
      const world = await openWorld(options);
      return { world, provider: await ownProvider(world.workspace, "the bundle on Node", program) };
    }

    test("switches, finds what was flipped elsewhere, heals it and leaves no process", async () => {
      const { world, provider } = await open({ simulator: { ctwaField: "ctwa_enabled" } });
      await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
      await world.workspace.apply();
      expect(isOn(world, "berlinCH")).toBe(true);

      world.simulator.control.changeChannel("berlinCH", { ctwa: false });
      expect((await world.workspace.plan()).code).toBe(2);
      await world.workspace.apply();
      expect(isOn(world, "berlinCH")).toBe(true);
      await world.workspace.destroy();
      expect(isOn(world, "berlinCH")).toBe(false);
      expect({ running: await provider.running(), temporary: await provider.temporary() }).toEqual({
        running: [],
        temporary: [],
      });
    });

    test("is done in spite of faults", async () => {
      const { world } = await open();
      for (const fault of FAULTS) world.simulator.control.addFault(fault);
      await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
      await world.workspace.apply();
      expect(isOn(world, "berlinCH")).toBe(true);
      expect((await world.workspace.plan()).code).toBe(0);
    });

    test("carries a fleet of thousands", async () => {
      const { world } = await open();
      for (const id of MANY) world.simulator.control.addChannel({ id, client_id: "exampleCL" });
      await world.workspace.configure(fleet(true));
      await world.workspace.apply();
      expect(MANY.every((id) => isOn(world, id))).toBe(true);
      expect((await world.workspace.plan()).code).toBe(0);
    });
  });
}
