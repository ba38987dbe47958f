import { thrownBy } from "../client-for";
import type { Target } from "./target";

/** What may be asked of a world. */
export interface Allowed {
  /** Switches may be thrown. */
  readonly writes: boolean;
  /** The credentials are of a kind that Signals takes. */
  readonly signals: boolean;
}

/** What the client relies on, whoever answers. */
export function contract(open: () => Promise<Target>, allowed: Allowed): void {
  const testSwitch = allowed.writes ? test : test.skip;
  const testSignals = allowed.signals ? test : test.skip;
  let target: Target;
  beforeAll(async () => {
    target = await open();
  });
  afterAll(() => target.close());

  test("a channel that exists is found, looked up and listed alike", async () => {
    const { client, partnerId, channelId, clientId } = target;
    const found = await client.channels.find(partnerId, channelId);
    expect(found).toMatchObject({ id: channelId, clientId });
    expect(await client.channels.lookUp(partnerId, channelId)).toEqual(found);
    const listed = await client.channels.list(partnerId, { clientId });
    expect(listed).toContainEqual(found);
    expect(new Set(listed.map((channel) => channel.clientId))).toEqual(new Set([clientId]));
  });

  test("its phone number finds it", async () => {
    const { client, partnerId, channelId } = target;
    const phoneNumber = (await client.channels.find(partnerId, channelId))?.phoneNumber;
    expect(phoneNumber).toMatch(/\d{6,}/);
    const listed = await client.channels.list(partnerId, { phoneNumber });
    expect(listed.map((channel) => channel.id)).toContain(channelId);
  });

  test("its object as text is the object it was read from", async () => {
    const { client, partnerId, clientId } = target;
    const [channel] = await client.channels.list(partnerId, { clientId }, { withJson: true });
    expect(JSON.parse(channel?.json ?? "")).toMatchObject({ id: channel?.id });
  });

  test("a channel that does not exist is confirmed to be absent", async () => {
    const { client, partnerId } = target;
    expect(await client.channels.find(partnerId, "noSuchChannelCH")).toBeNull();
    expect(await client.channels.lookUp(partnerId, "noSuchChannelCH")).toBeNull();
  });

  test("another partner's channels are refused, not empty", async () => {
    const error = await thrownBy(target.client.channels.find("noSuchPA", target.channelId));
    expect(error).toMatchObject({ kind: "hub" });
    expect([401, 403, 404]).toContain((error as { status: number }).status);
  });

  testSwitch("a switch under a client that is not the channel's is refused", async () => {
    const { client, partnerId, channelId } = target;
    const error = await thrownBy(client.ctwa.enable({ partnerId, clientId: "noSuchCL", channelId }));
    expect(error).toMatchObject({ kind: "hub" });
    expect([403, 404]).toContain((error as { status: number }).status);
  });

  testSwitch("a switch can be thrown twice", async () => {
    const { client, partnerId, clientId, channelId } = target;
    await client.ctwa.enable({ partnerId, clientId, channelId });
    await client.ctwa.enable({ partnerId, clientId, channelId });
    expect(await client.channels.find(partnerId, channelId)).toMatchObject({ id: channelId });
  });

  testSignals("the client's Facebook accounts are objects, and each can be read", async () => {
    const accounts = await target.client.signals.facebookAccounts(target.clientId);
    for (const { fields, json } of accounts) {
      expect(JSON.parse(json)).toEqual(fields);
      const one = await target.client.signals.facebookAccount(target.clientId, String(fields["id"]));
      expect(one.fields["id"]).toEqual(fields["id"]);
    }
  });
}
