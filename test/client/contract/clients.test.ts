import { contract } from "./contract";

contract("clients", (state) => {
  state("are found and listed alike", async ({ client, partnerId, clientId }) => {
    const found = await client.clients.find(partnerId, clientId);
    expect(found).toMatchObject({ id: clientId });
    expect(await client.clients.list(partnerId, { id: clientId })).toEqual([found]);
    const ids = (await client.clients.list(partnerId, {})).map(({ id }) => id);
    expect(ids).toContain(clientId);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)));
  });

  state("are found by their name", async ({ client, partnerId, clientId }) => {
    const name = (await client.clients.find(partnerId, clientId))?.name;
    const listed = await client.clients.list(partnerId, { name });
    expect(listed.map(({ id }) => id)).toContain(clientId);
    expect(new Set(listed.map((one) => one.name))).toEqual(new Set([name]));
  });

  state("are the same as text and as they were read", async ({ client, partnerId, clientId }) => {
    const [first] = await client.clients.list(partnerId, { id: clientId }, { withJson: true });
    expect(JSON.parse(first?.json ?? "")).toMatchObject({ id: clientId });
  });

  state("are confirmed to be absent where there are none", async ({ client, partnerId }) => {
    expect(await client.clients.find(partnerId, "noSuchClientCL")).toBeNull();
    expect(await client.clients.list(partnerId, { id: "noSuchClientCL" })).toEqual([]);
  });
});
