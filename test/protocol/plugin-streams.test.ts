import { once } from "node:events";
import { createServer } from "node:net";
import { Client, type ClientReadableStream, credentials, type ServiceError, status } from "@grpc/grpc-js";
import { type PluginService, type ReattachServer, serveReattach } from "../../src/framework/plugin";
import { type Certificate, createCertificate } from "../../src/framework/plugin/certificate";
import { createGrpcServer, serviceMethods } from "../../src/framework/plugin/grpc";

/** What the server's generators did, by what the caller asked for. */
let seen: { made: number; returned: PromiseWithResolved; signal: AbortSignal | null };
const SIZE = 64 * 1024;

const service: PluginService = {
  name: "test.Cafe",
  unary: { Echo: async (request) => request },
  streams: {
    async *Count(request) {
      for (let number = 1; number <= numberIn(request); number++) yield Buffer.from(String(number));
    },
    async *Pour(request, signal) {
      seen.signal = signal;
      try {
        for (seen.made = 0; seen.made < numberIn(request); seen.made++) yield Buffer.alloc(SIZE, seen.made);
      } finally {
        seen.returned.resolve();
      }
    },
    async *Wait(_request, signal) {
      seen.signal = signal;
      try {
        yield Buffer.from("waiting");
        await once(signal, "abort");
      } finally {
        seen.returned.resolve();
      }
    },
    async *Spill(request) {
      for (let number = 1; number <= numberIn(request); number++) yield Buffer.from(String(number));
      throw new Error("50 % fell, señor");
    },
    Refuse: () => {
      throw new TypeError("fell at once");
    },
    async *Size(request) {
      yield Buffer.alloc(numberIn(request), "0123456789");
      yield Buffer.from("after it");
    },
  },
};

interface PromiseWithResolved {
  readonly promise: Promise<void>;
  resolve(): void;
}

function later(): PromiseWithResolved {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function numberIn(request: Uint8Array): number {
  return Number(Buffer.from(request).toString());
}

const unhandled: unknown[] = [];
const collect = (reason: unknown) => void unhandled.push(reason);
let server: ReattachServer;
let client: Client;

beforeAll(async () => {
  process.on("unhandledRejection", collect);
  server = await serveReattach({ protocolVersion: 6, services: [service], log: () => {} });
  client = new Client(`unix:${server.config.Addr.String}`, credentials.createInsecure(), {
    "grpc.max_receive_message_length": -1,
  });
});
beforeEach(() => {
  seen = { made: 0, returned: later(), signal: null };
});
afterAll(async () => {
  process.off("unhandledRejection", collect);
  client.close();
  await server.close();
});

const same = (message: Buffer) => message;

function open(method: string, request: string | number, peer = client): ClientReadableStream<Buffer> {
  return peer.makeServerStreamRequest(`/test.Cafe/${method}`, same, same, Buffer.from(String(request)));
}

/** Reads a stream to its end: its messages, and the status that it ended with. */
async function read(stream: ClientReadableStream<Buffer>) {
  const messages: Buffer[] = [];
  stream.on("data", (message: Buffer) => messages.push(message));
  const ended = await new Promise<Pick<ServiceError, "code" | "details">>((resolve) => {
    stream.once("error", resolve);
    stream.once("status", ({ code, details }) => code === status.OK && resolve({ code, details }));
  });
  return { messages, texts: messages.map(String), ...ended };
}

function echo(text: string, peer = client): Promise<string> {
  return new Promise((resolve, reject) =>
    peer.makeUnaryRequest("/test.Cafe/Echo", same, same, Buffer.from(text), (error, answer) =>
      error === null ? resolve(String(answer)) : reject(error),
    ),
  );
}

test("a stream delivers its messages in order, then status 0", async () => {
  const { texts, code } = await read(open("Count", 500));
  expect(texts).toEqual(Array.from({ length: 500 }, (_, index) => String(index + 1)));
  expect(code).toBe(status.OK);
});

test("a stream may be empty", async () => {
  expect(await read(open("Count", 0))).toMatchObject({ texts: [], code: status.OK });
});

test.each([0, 1, 3])("an error after %i messages comes after them, as the status", async (count) => {
  const { texts, code, details } = await read(open("Spill", count));
  expect(texts).toHaveLength(count);
  expect({ code, details }).toEqual({ code: status.INTERNAL, details: "50 % fell, señor" });
});

test("a handler that throws before it returns messages ends the stream with its error", async () => {
  expect(await read(open("Refuse", ""))).toMatchObject({ code: status.INTERNAL, details: "fell at once" });
});

test("a message of 10 MB arrives whole, and so does the one after it", async () => {
  const { messages, code } = await read(open("Size", 10_000_000));
  expect(messages.map(({ length }) => length)).toEqual([10_000_000, 8]);
  expect(messages[0]?.equals(Buffer.alloc(10_000_000, "0123456789"))).toBe(true);
  expect(code).toBe(status.OK);
});

test("a reader that stops reading stops the generator, and gets the rest when it reads on", async () => {
  const total = 1000;
  const stream = open("Pour", total);
  await once(stream, "readable");
  let made = -1;
  while (made < seen.made) {
    made = seen.made;
    for (let call = 0; call < 50; call++) await echo("still there");
  }
  expect(made).toBeLessThan(total / 4);

  const { messages, code } = await read(stream);
  expect({ count: messages.length, code }).toEqual({ count: total, code: status.OK });
  expect(messages.every((message, index) => message.length === SIZE && message[0] === index % 256)).toBe(
    true,
  );
});

test.each(["Wait", "Pour"])(
  "a caller that cancels ends the generator and its signal (%s)",
  async (method) => {
    const stream = open(method, 1_000_000);
    await once(stream, "readable");
    const ended = once(stream, "error");
    stream.cancel();
    const [{ code }] = await ended;
    await seen.returned.promise;

    expect({ code, aborted: seen.signal?.aborted }).toEqual({ code: status.CANCELLED, aborted: true });
    expect(seen.made).toBeLessThan(1_000_000);
    expect(await echo("still there")).toBe("still there");
  },
);

test("a connection that breaks ends the generator and its signal", async () => {
  const peer = new Client(`unix:${server.config.Addr.String}`, credentials.createInsecure(), {
    "grpc.use_local_subchannel_pool": 1,
  });
  const stream = open("Wait", 1, peer);
  await once(stream, "readable");
  stream.on("error", () => {});
  stream.cancel();
  peer.close();
  await seen.returned.promise;

  expect(seen.signal?.aborted).toBe(true);
});

test("a stream that ends by itself leaves the signal alone", async () => {
  await read(open("Pour", 2));
  expect(seen.signal?.aborted).toBe(false);
});

test("many streams run side by side", async () => {
  const counts = Array.from({ length: 100 }, (_, index) => index);
  const all = await Promise.all(counts.map((count) => read(open("Count", count))));
  expect(all.map(({ texts }) => texts.length)).toEqual(counts);
});

test("a method is either unary or a stream of its service, and no other is known", async () => {
  expect(await read(open("Roast", 1))).toMatchObject({ texts: [], code: status.UNIMPLEMENTED });
});

describe("with certificates on both sides", () => {
  async function serveTls(own: Certificate, clientPem: string) {
    const grpc = createGrpcServer({
      methods: serviceMethods([service]),
      tls: { own, clientPem },
      log: () => {},
    });
    const acceptor = createServer(grpc.accept).listen(0, "127.0.0.1");
    await once(acceptor, "listening");
    const { port } = acceptor.address() as { port: number };
    const close = async () => {
      grpc.disconnect();
      await new Promise((closed) => acceptor.close(closed));
    };
    return { address: `127.0.0.1:${port}`, close };
  }

  test("messages, errors and cancellation are the same", async () => {
    const own = createCertificate(new Date());
    const peer = createCertificate(new Date());
    const { address, close } = await serveTls(own, peer.pem);
    const keys = [own.pem, peer.keyPem, peer.pem].map((pem) => Buffer.from(pem)) as [Buffer, Buffer, Buffer];
    const secure = new Client(address, credentials.createSsl(...keys), {
      "grpc.ssl_target_name_override": "localhost",
      "grpc.max_receive_message_length": -1,
    });
    try {
      expect((await read(open("Size", 10_000_000, secure))).messages[0]?.length).toBe(10_000_000);
      expect(await read(open("Spill", 2, secure))).toMatchObject({
        texts: ["1", "2"],
        code: status.INTERNAL,
      });
      const stream = open("Wait", 1, secure);
      await once(stream, "readable");
      stream.on("error", () => {});
      stream.cancel();
      await seen.returned.promise;
      expect(seen.signal?.aborted).toBe(true);
    } finally {
      secure.close();
      await close();
    }
  });
});

test("nothing of all this was left unhandled", () => {
  expect(unhandled).toEqual([]);
});
