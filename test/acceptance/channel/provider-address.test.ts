import { describeSince } from "../harness/since";
import { addressOf, switches, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

const HOSTS: readonly string[] = ["registry.terraform.io", "registry.opentofu.org"];
const otherHost = (host: string) => HOSTS.find((one) => one !== host) ?? host;

describeSince("a move between provider addresses", { terraform: "1.8", tofu: "1.12" })(
  "a state whose provider address has another host",
  () => {
    it("is taken over by a moved block, without a switch", async () => {
      const world = await openWorld();
      await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
      await world.workspace.apply();
      const state = await world.workspace.read("terraform.tfstate");
      await world.workspace.write(
        "terraform.tfstate",
        state.replace(/registry\.(opentofu\.org|terraform\.io)(?=\/dialog360)/, otherHost),
      );
      const moved = `moved {\n  from = ${addressOf("berlin")}\n  to   = ${addressOf("city")}\n}\n`;
      await world.workspace.configure(moved + tracking("city", 'channel_id = "berlinCH"'));
      await world.workspace.apply();
      expect(Object.keys(await world.workspace.state())).toEqual([addressOf("city")]);
      expect(switches(world)).toEqual(["enable exampleCL/berlinCH"]);
      expect((await world.workspace.plan()).code).toBe(0);
    });
  },
);
