import type { SimulatorOptions } from "../../src/simulator";
import { asked } from "../acceptance/harness/asked";
import { openWorld } from "../acceptance/harness/world";
import { suite } from "./needs";

const SIZE = 1_000;
/** Terraform plans and applies in two processes, each with a login of its own. */
const PROCESSES = 2;
/** Terraform applies ten blocks side by side. A look after their switches answers most of them. */
const MOST_LOOKS = SIZE / 5;

const block = (id: string) =>
  `resource "dialog360_channel_ctwa_tracking" "${id}" {\n  channel_id = "${id}"\n}\n`;

/** Applies a block for each channel that is live, and tells how many there are and what was asked. */
async function apply(options: Partial<SimulatorOptions>) {
  const { workspace, simulator } = await openWorld({ simulator: { channels: SIZE, ...options } });
  const all = simulator.control.channels("examplePA");
  const ids = all.filter(({ terminated_at: end }) => end === null).map(({ id }) => id);
  for (const id of ids) simulator.control.changeChannel(id, { ctwa: false });
  await workspace.configure(ids.map(block).join(""));
  await workspace.apply();
  return { count: ids.length, ...asked(simulator) };
}

suite("1,000 separate blocks", {}, () => {
  jest.setTimeout(1_200_000);

  test("cost one request each, a login and a list where the hub reports no tracking state", async () => {
    const { count, ...counts } = await apply({});
    expect(counts).toEqual({ token: PROCESSES, channels: PROCESSES, enable_ctwa: count });
  });

  test("share the looks after their switches where the hub reports the state", async () => {
    const { count, ...counts } = await apply({ ctwaField: "integration.ctwa_enabled" });
    expect(counts).toMatchObject({ token: PROCESSES, enable_ctwa: count });
    expect(counts).toHaveProperty("channels");
    expect(Number((counts as Record<string, number>)["channels"])).toBeLessThanOrEqual(MOST_LOOKS);
  });
});
