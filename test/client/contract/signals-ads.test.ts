import { thrownBy } from "../client-for";
import { contract } from "./contract";
import type { Target } from "./world";

/** The ad accounts of the channel's client, in all its Facebook accounts. */
async function adAccountIds({ client, clientId }: Target): Promise<string[]> {
  const accounts = await client.signals.facebookAccounts(clientId);
  const whole = await Promise.all(
    accounts.map(({ fields }) => client.signals.facebookAccount(clientId, String(fields["id"]))),
  );
  return whole.flatMap(({ fields }) => {
    const list = fields["ad_accounts"];
    return Array.isArray(list) ? list.map(({ id }) => String(id)) : [];
  });
}

contract("ads", (state) => {
  state(
    "are objects, each there once, and the first of each ad account can be read",
    async (target) => {
      const { client, channel } = target;
      const appId = channel.appId ?? "";
      for (const adAccountId of await adAccountIds(target)) {
        const ads = await client.signals.ads(appId, adAccountId);
        const ids = ads.map(({ fields }) => fields["id"]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { fields, json } of ads) expect(JSON.parse(json)).toEqual(fields);
        const first = ids[0];
        if (first === undefined) continue;
        const { fields } = await client.signals.ad(appId, String(first));
        expect(fields).toMatchObject({ id: first, app_id: appId });
      }
    },
    "bearer",
  );

  state(
    "that do not exist are an error with its status",
    async ({ client, channel }) => {
      const error = await thrownBy(client.signals.ad(channel.appId ?? "", "1"));
      expect(error).toMatchObject({ kind: "signals", status: expect.any(Number) });
    },
    "bearer",
  );
});
