import type { Channel } from "../../../src/client";
import { thrownBy } from "../client-for";
import { contract } from "./contract";
import type { Target } from "./world";

/** The one channel that may be switched, as it is now. */
async function switched({ world, client, partnerId }: Target): Promise<Channel> {
  const channel = await client.channels.lookUp(partnerId, world.switchedId ?? "");
  if (channel === null) throw new Error(`The channel ${world.switchedId} does not exist.`);
  return channel;
}

contract("the switch", (state) => {
  state(
    "is refused under a client that is not the channel's",
    async (target) => {
      const { id: channelId } = await switched(target);
      const ref = { partnerId: target.partnerId, clientId: "noSuchCL", channelId };
      const error = await thrownBy(target.another({ readOnly: false }).ctwa.enable(ref));
      expect(error).toMatchObject({ kind: "hub" });
      expect([403, 404]).toContain((error as { status: number }).status);
    },
    "writes",
  );

  state(
    "can be thrown twice each way, and shows where the hub reports it",
    async (target) => {
      const { partnerId } = target;
      const { id: channelId, clientId, ctwaTracking: before } = await switched(target);
      const { ctwa } = target.another({ readOnly: false });
      const ref = { partnerId, channelId, clientId: clientId ?? "" };
      for (const to of [true, true, false, false]) {
        await (to ? ctwa.enable(ref) : ctwa.disable(ref));
        expect([null, to]).toContain((await switched(target)).ctwaTracking);
      }
      if (before === true) await ctwa.enable(ref);
    },
    "writes",
  );

  state("is not thrown by a client that only reads", async ({ client, partnerId, channel, clientId }) => {
    const sent = () => client.usage().reduce((sum, { requests }) => sum + requests, 0);
    const before = sent();
    const error = await thrownBy(client.ctwa.enable({ partnerId, clientId, channelId: channel.id }));
    expect(error).toMatchObject({ kind: "read_only" });
    expect(sent()).toBe(before);
  });
});
