import { contract } from "./contract";

contract("channels", (state) => {
  state("are found, looked up and listed alike", async ({ client, partnerId, channel, clientId }) => {
    const found = await client.channels.find(partnerId, channel.id);
    expect(found).toMatchObject({ id: channel.id, clientId });
    expect(await client.channels.lookUp(partnerId, channel.id)).toEqual(found);
    const listed = await client.channels.list(partnerId, { clientId });
    expect(listed).toContainEqual(found);
    expect(new Set(listed.map((one) => one.clientId))).toEqual(new Set([clientId]));
  });

  state("are found many at once, and those that do not exist are not", async (target) => {
    const { client, partnerId, channel } = target;
    const ids = [channel.id, "noSuchChannelCH"];
    for (const way of ["findMany", "lookUpMany"] as const) {
      const found = await client.channels[way](partnerId, ids);
      expect([...found].map(([id, one]) => [id, one?.id])).toEqual([
        [channel.id, channel.id],
        ["noSuchChannelCH", undefined],
      ]);
    }
  });

  state("are found by their phone number", async ({ client, partnerId, channel }) => {
    const { phoneNumber } = channel;
    if (phoneNumber === null) throw new Error(`The channel ${channel.id} has no phone number: name another.`);
    expect(phoneNumber).toMatch(/\d{6,}/);
    const listed = await client.channels.list(partnerId, { phoneNumber });
    expect(listed.map(({ id }) => id)).toContain(channel.id);
  });

  state("are the same as text and as they were read", async ({ client, partnerId, clientId }) => {
    const [first] = await client.channels.list(partnerId, { clientId }, { withJson: true });
    expect(JSON.parse(first?.json ?? "")).toMatchObject({ id: first?.id });
  });

  state("are confirmed to be absent where there are none", async ({ client, partnerId }) => {
    expect(await client.channels.find(partnerId, "noSuchChannelCH")).toBeNull();
    expect(await client.channels.lookUp(partnerId, "noSuchChannelCH")).toBeNull();
  });

  state("are each there once, and by id", async ({ client, partnerId }) => {
    const ids = (await client.channels.list(partnerId, {})).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)));
  });
});
