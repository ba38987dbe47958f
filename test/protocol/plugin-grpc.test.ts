import { once } from "node:events";
import { constants } from "node:http2";
import { type PluginService, type ReattachServer, serveReattach } from "../../src/framework/plugin";
import { connectGrpc, type GrpcClient, prefixOf, readReply } from "./grpc-client";

const logged: string[] = [];
const service: PluginService = {
  name: "test.Cafe",
  unary: {
    Echo: async (request) => request,
    Length: async (request) => Buffer.from(String(request.length)),
    Brew: async (request) => Buffer.alloc(Number(Buffer.from(request).toString()), 7),
    Spill: async () => {
      throw new Error("50 % of the cups fell,\nseñor");
    },
    SpillAtOnce: () => {
      throw new TypeError("fell at once");
    },
    SpillText: () => Promise.reject("only words"),
    Wait: () => waiting.promise,
    WaitThenSpill: () => waiting.promise.then(() => Promise.reject(new Error("spilled too late"))),
  },
};
let waiting = later();
const unhandled: unknown[] = [];
const collect = (reason: unknown) => void unhandled.push(reason);
let server: ReattachServer;
let client: GrpcClient;

beforeAll(async () => {
  process.on("unhandledRejection", collect);
  server = await serveReattach({
    protocolVersion: 6,
    services: [service],
    log: (level, message, fields) => logged.push(JSON.stringify([level, message, fields])),
  });
});
beforeEach(() => {
  waiting = later();
  client = connect();
});
afterEach(() => client.close());
afterAll(async () => {
  process.off("unhandledRejection", collect);
  await server.close();
});

function connect(): GrpcClient {
  const { Network, String: address } = server.config.Addr;
  return connectGrpc({ network: Network, address });
}

function later() {
  let answer: (message: Uint8Array) => void = () => {};
  const promise = new Promise<Uint8Array>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}

describe("a unary call", () => {
  test("answers with one message and status 0 in the trailers", async () => {
    const { status, body, headers } = await client.call("/test.Cafe/Echo", Buffer.from("espresso"));

    expect([status, body.toString()]).toEqual([0, "espresso"]);
    expect([headers[":status"], headers["content-type"]]).toEqual([200, "application/grpc"]);
  });

  test("may carry an empty message", async () => {
    const { status, body } = await client.call("/test.Cafe/Echo");

    expect([status, body.length]).toEqual([0, 0]);
  });

  test("may arrive in as many pieces as it likes, even inside the prefix", async () => {
    const message = Buffer.from("cappuccino");
    const stream = client.open("/test.Cafe/Echo");
    const reply = readReply(stream);
    for (const byte of Buffer.concat([prefixOf(message), message])) {
      stream.write(Uint8Array.of(byte));
      await new Promise((written) => setImmediate(written));
    }
    stream.end();

    expect((await reply).body.toString()).toBe("cappuccino");
  });

  test.each([1, 65_531, 65_536, 1_000_003, 32 * 1024 * 1024])(
    "carries %i bytes there and back",
    async (length) => {
      const sent = Buffer.alloc(length, "0123456789");

      const { status, body } = await client.call("/test.Cafe/Echo", sent);

      expect([status, body.equals(sent)]).toEqual([0, true]);
    },
  );

  test("of 300 MB is taken in", async () => {
    const { status, body } = await client.call("/test.Cafe/Length", Buffer.alloc(300_000_000));

    expect([status, body.toString()]).toEqual([0, "300000000"]);
  });

  test("is one of 200 at a time, each with its own answer", async () => {
    const numbers = Array.from({ length: 200 }, (_, number) => `${number}:`.padEnd(5_000 + number, "x"));

    const replies = await Promise.all(
      numbers.map((text) => client.call("/test.Cafe/Echo", Buffer.from(text))),
    );

    expect(replies.map(({ body }) => body.toString())).toEqual(numbers);
  });
});

describe("a call that cannot be answered", () => {
  test.each([
    ["/test.Cafe/Roast", "a method that the service does not have"],
    ["/test.Bar/Echo", "a service that is not there"],
    ["/test.Cafe/constructor", "a name that every object knows"],
    ["/grpc.health.v1.Health/Watch", "a method that no host uses"],
  ])("%s is UNIMPLEMENTED: %s", async (path) => {
    const { status, message } = await client.call(path);

    expect([status, message]).toEqual([12, `unknown method ${path}`]);
  });

  test.each([
    ["Spill", "50 % of the cups fell,\nseñor"],
    ["SpillAtOnce", "fell at once"],
    ["SpillText", "only words"],
  ])("%s, whose handler fails, is INTERNAL with the message alone", async (method, words) => {
    const { status, message, headers } = await client.call(`/test.Cafe/${method}`);

    expect([status, message]).toEqual([13, words]);
    expect(JSON.stringify(headers)).not.toContain(__filename);
  });

  test.each([
    ["compressed", [Uint8Array.of(1, 0, 0, 0, 1, 0)], 12],
    ["without a message", [], 13],
    ["cut short", [Uint8Array.of(0, 0, 0, 0, 9, 1)], 13],
    ["cut short in the prefix", [Uint8Array.of(0, 0)], 13],
    ["with a second message", [Buffer.alloc(10)], 12],
    ["longer than the limit, by its own word", [Uint8Array.of(0, 255, 255, 255, 255, 1)], 8],
  ])("a request %s is refused", async (_what, pieces, expected) => {
    const stream = client.open("/test.Cafe/Echo");
    const reply = readReply(stream);
    for (const piece of pieces) stream.write(piece);
    stream.end();

    expect((await reply).status).toBe(expected);
    expect((await client.call("/test.Cafe/Echo")).status).toBe(0);
  });

  test("a request that is no gRPC gets 415", async () => {
    const stream = client.open("/test.Cafe/Echo", { "content-type": "application/json" });
    const reply = readReply(stream);
    stream.end("{}");

    expect((await reply).headers[":status"]).toBe(415);
  });
});

describe("a caller that leaves", () => {
  test("in the middle of its request does no harm", async () => {
    const stream = client.open("/test.Cafe/Echo");
    stream.write(Uint8Array.of(0, 0, 0, 0, 9, 1));
    await client.call("/test.Cafe/Echo");
    stream.close(constants.NGHTTP2_CANCEL);

    expect((await client.call("/test.Cafe/Echo")).status).toBe(0);
  });

  test.each(["Wait", "WaitThenSpill"])("while its call (%s) runs does no harm", async (method) => {
    const stream = client.open(`/test.Cafe/${method}`);
    stream.end(Buffer.alloc(5));
    await client.call("/test.Cafe/Echo");
    stream.close(constants.NGHTTP2_CANCEL);
    await client.call("/test.Cafe/Echo"); // By now the server knows.
    waiting.answer(Buffer.from("too late"));

    expect((await client.call("/test.Cafe/Echo")).status).toBe(0);
  });

  test("with its whole connection does no harm", async () => {
    const other = connect();
    const stream = other.open("/test.Cafe/Wait");
    stream.end(Buffer.alloc(5));
    await other.call("/test.Cafe/Echo");
    other.close();
    waiting.answer(Buffer.alloc(100_000));

    expect((await client.call("/test.Cafe/Echo")).status).toBe(0);
  });

  test("before it has read a long answer does no harm", async () => {
    const stream = client.open("/test.Cafe/Brew");
    const size = Buffer.from("50000000");
    stream.end(Buffer.concat([prefixOf(size), size]));
    await once(stream, "response");
    stream.close(constants.NGHTTP2_CANCEL);

    expect((await client.call("/test.Cafe/Echo")).status).toBe(0);
  });
});

describe("go-plugin's own services", () => {
  test.each(["/plugin.GRPCStdio/StreamStdio", "/plugin.GRPCBroker/StartStream"])(
    "%s is held open and silent",
    async (path) => {
      const stream = client.open(path);
      let received = 0;
      stream.on("data", () => received++);
      stream.write(Buffer.alloc(5));

      const [headers] = await once(stream, "response");
      await client.call("/test.Cafe/Echo");

      expect(headers[":status"]).toBe(200);
      expect([stream.closed, received]).toEqual([false, 0]);
    },
  );

  test("Health says that the plugin serves", async () => {
    const { status, body } = await client.call("/grpc.health.v1.Health/Check", Buffer.from("\n\u0006plugin"));

    expect([status, [...body]]).toEqual([0, [8, 1]]);
  });
});

test("nothing of all this was an error", () => {
  expect(logged.filter((line) => line.startsWith('["error"'))).toEqual([]);
  expect(unhandled).toEqual([]);
});
