import { type Client, ReadOnlyError } from "../../../src/client";
import { assembleClient } from "../../../src/client/client";
import type { HttpRequest } from "../../../src/client/http/message";
import type { Transport } from "../../../src/client/http/transport";
import { onlyReading } from "../../../src/client/http/transport";
import { clientFor, thrownBy } from "../client-for";
import { type SmallServer, startServer } from "../small-server";
import { tinyHub } from "../tiny-hub";

const REF = { partnerId: "examplePA", clientId: "exampleCL", channelId: "c000000CH" };

let server: SmallServer;
let client: Client;

beforeEach(async () => {
  server = await startServer(tinyHub(3).handler);
  client = clientFor(server.url, { readOnly: true });
});

afterEach(async () => {
  await client.close();
  await server.close();
});

test("a client that may only read logs in and reads", async () => {
  await expect(client.channels.list("examplePA", {})).resolves.toHaveLength(3);
  expect(server.count("POST", "/token")).toBe(1);
});

test.each(["enable", "disable"] as const)(
  "a client that may only read sends no switch: %s is refused at once",
  async (way) => {
    const error = await thrownBy(client.ctwa[way](REF));
    expect(error).toBeInstanceOf(ReadOnlyError);
    expect(error).toMatchObject({ kind: "read_only", message: expect.stringContaining(`${way}_ctwa`) });
    expect(server.seen.filter(({ path }) => !path.endsWith("/token"))).toEqual([]);
  },
);

test("the client goes on reading after a refused switch", async () => {
  await thrownBy(client.ctwa.enable(REF));
  await expect(client.channels.find("examplePA", "c000001CH")).resolves.toMatchObject({ id: "c000001CH" });
});

describe("right before the wire, whatever is asked for above it", () => {
  const sent: string[] = [];
  const wire: Transport = {
    send: async ({ method, url }) => {
      sent.push(`${method} ${url}`);
      return { status: 200, headers: {}, body: "{}", cut: false };
    },
    close: async () => {},
  };
  const hub = "https://hub.example/api/v2/";
  const ask = (method: string, url: string) =>
    onlyReading(wire, hub).send(
      { method, url, headers: {} } as unknown as HttpRequest,
      new AbortController().signal,
    );

  beforeEach(() => {
    sent.length = 0;
  });

  test.each([
    ["GET", "https://hub.example/api/v2/partners/examplePA/channels"],
    ["POST", "https://hub.example/api/v2/token"],
  ])("%s %s is sent", async (method, url) => {
    await ask(method, url);
    expect(sent).toEqual([`${method} ${url}`]);
  });

  test.each([
    ["POST", "https://hub.example/api/v2/partners/examplePA/token"],
    ["POST", "https://other.example/api/v2/token"],
    ["POST", "https://hub.example/api/v2/token?again=1"],
    ["PUT", "https://hub.example/api/v2/partners/examplePA"],
    ["PATCH", "https://hub.example/api/v2/partners/examplePA"],
    ["DELETE", "https://hub.example/api/v2/partners/examplePA/channels/exampleCH"],
    ["get", "https://hub.example/api/v2/partners"],
  ])("%s %s is not", async (method, url) => {
    await expect(ask(method, url)).rejects.toBeInstanceOf(ReadOnlyError);
    expect(sent).toEqual([]);
  });

  test("a client that is put together over any transport is bound as well", async () => {
    const bound = assembleClient(
      {
        partnerId: null,
        hubBaseUrl: hub,
        signalsBaseUrl: hub,
        credentials: { apiKey: "invented-key" },
        requestTimeoutMs: 1_000,
        maxRetries: 3,
        readOnly: true,
        userAgent: "client-tests/1",
      },
      wire,
    );
    await expect(bound.ctwa.disable(REF)).rejects.toBeInstanceOf(ReadOnlyError);
    expect(sent).toEqual([]);
    await bound.close();
  });
});
