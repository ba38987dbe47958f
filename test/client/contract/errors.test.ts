import { thrownBy } from "../client-for";
import { contract } from "./contract";

contract("an error", (state) => {
  state("is what another partner's channels are, not an empty list", async ({ client, channel }) => {
    const error = await thrownBy(client.channels.find("noSuchPA", channel.id));
    expect(error).toMatchObject({ kind: "hub" });
    expect([401, 403, 404]).toContain((error as { status: number }).status);
  });

  state("comes for a token that is none, from both APIs, and does not hold it", async (target) => {
    const accessToken = "invented.access.token";
    const client = target.another({ credentials: { accessToken } });
    const errors = [
      await thrownBy(client.channels.find(target.partnerId, target.channel.id)),
      await thrownBy(client.signals.facebookAccounts(target.clientId)),
    ];
    expect(errors).toMatchObject([{ kind: "hub" }, { kind: "signals" }]);
    for (const error of errors) {
      expect([401, 403]).toContain((error as { status: number }).status);
      expect(`${error}${JSON.stringify(error)}`).not.toContain(accessToken);
    }
  });

  state("comes for a path that there is not, with its status and a short excerpt", async (target) => {
    const { settings, partnerId } = target;
    const client = target.another({ hubBaseUrl: `${settings.hubBaseUrl}/no/such/place` });
    const error = await thrownBy(client.channels.find(partnerId, target.channel.id));
    expect((error as { status: number }).status).toBeGreaterThanOrEqual(400);
    expect((error as { excerpt?: string }).excerpt?.length ?? 0).toBeLessThanOrEqual(500);
  });
});
