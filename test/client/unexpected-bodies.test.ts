import { ApiError, type Client, DecodeError } from "../../src/client";
import { clientFor, thrownBy } from "./client-for";
import { type SmallServer, startServer } from "./small-server";

const REF = { partnerId: "examplePA", clientId: "exampleCL", channelId: "exampleCH" };
const LOGIN = { username: "partner@example.com", password: "invented-password" };

const CALLS: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  "the list of channels": (client) => client.channels.list("examplePA", {}),
  "a channel out of the list": (client) => client.channels.find("examplePA", "exampleCH"),
  "one channel": (client) => client.channels.lookUp("examplePA", "exampleCH"),
  "a switch": (client) => client.ctwa.enable(REF),
  "Facebook accounts": (client) => client.signals.facebookAccounts("exampleCL"),
  "a Facebook account": (client) => client.signals.facebookAccount("exampleCL", "exampleFA"),
  ads: (client) => client.signals.ads("100001", "act_1"),
  "an ad": (client) => client.signals.ad("100001", "exampleAD"),
  "a client": (client) => client.clients.find("examplePA", "exampleCL"),
};

const LONG = "long ".repeat(20_000);
const BODIES: Readonly<Record<string, string>> = {
  nothing: "",
  "a web page": `<html><head><title>${LONG}</title></head></html>`,
  null: "null",
  "a number": "503",
  "a long string": JSON.stringify(LONG),
  "long words": JSON.stringify({ meta: { developer_message: LONG, details: [LONG] } }),
  "long keys": JSON.stringify({ [LONG]: { [LONG]: LONG } }),
  "half of some JSON": `{"partner_channels": [{"id": "${LONG}`,
  "no text": "\u0000\u001b[31m\uFFFD".repeat(1_000),
};

let server: SmallServer;
let client: Client;
let answer = { status: 200, body: "" };

beforeAll(async () => {
  server = await startServer(() => answer);
});

afterEach(() => client.close());
afterAll(() => server.close());

async function errorOf(call: keyof typeof CALLS, status: number, body: string, credentials: object) {
  answer = { status, body };
  client = clientFor(server.url, { maxRetries: 0, credentials });
  return thrownBy(CALLS[call]?.(client) ?? Promise.resolve());
}

// Everything but the excerpt: method, path, host, what was expected, and what to look at.
const FRAME = 400;

function expectStatusAndExcerpt(error: unknown, status: number) {
  const { message, excerpt } = error as ApiError;
  expect(error).toMatchObject({ status });
  expect(message).toContain(String(status));
  expect((excerpt ?? "").length).toBeLessThanOrEqual(500);
  expect(message.length).toBeLessThanOrEqual(500 + FRAME);
  expect(message).not.toMatch(/\p{Cc}/u);
}

const TOKEN = { accessToken: "invented-token" };

describe.each(Object.entries(BODIES))("%s is told with its status and an excerpt", (_, body) => {
  test.each(Object.keys(CALLS).flatMap((call) => [400, 500].map((status) => [call, status] as const)))(
    "as the refusal of %s, %i",
    async (call, status) => {
      const error = await errorOf(call, status, body, TOKEN);
      expect(error).toBeInstanceOf(ApiError);
      expectStatusAndExcerpt(error, status);
    },
  );

  // Whatever a switch that was accepted is answered with is fine, and any object is an account.
  const isFine = (call: string) =>
    call === "a switch" || (["a Facebook account", "an ad"].includes(call) && body.endsWith("}"));
  test.each(Object.keys(CALLS).filter((call) => !isFine(call)))("as the answer to %s", async (call) => {
    const error = await errorOf(call, 200, body, TOKEN);
    expect(error).toBeInstanceOf(DecodeError);
    expectStatusAndExcerpt(error, 200);
  });

  test("as the refusal of a login", async () => {
    expectStatusAndExcerpt(await errorOf("one channel", 400, body, LOGIN), 400);
  });

  test("as the answer to a login, of which nothing is shown", async () => {
    const error = await errorOf("one channel", 200, body, LOGIN);
    expectStatusAndExcerpt(error, 200);
    expect(error).toMatchObject({ excerpt: "" });
  });
});
