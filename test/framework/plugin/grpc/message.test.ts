import { PassThrough } from "node:stream";
import { frameMessage, receiveMessage, unframeMessage } from "../../../../src/framework/plugin/grpc/message";

const framed = (text: string) => Buffer.concat(frameMessage(Buffer.from(text)));

test("a message has a flag and four bytes of length before it", () => {
  expect(frameMessage(Buffer.from("abc"))).toEqual([Buffer.from([0, 0, 0, 0, 3, 97, 98, 99])]);
});

test("a long message is not copied", () => {
  const message = Buffer.alloc(1_000_000);

  const [prefix, body] = frameMessage(message);

  expect([prefix, body === message]).toEqual([Buffer.from([0, 0, 15, 66, 64]), true]);
});

test("what was framed is unframed as a plain byte array, whose slice copies", () => {
  const message = unframeMessage(framed("abc"));

  expect(Buffer.isBuffer(message)).toBe(false);
  expect([...message]).toEqual([97, 98, 99]);
});

test.each([
  ["nothing", Buffer.alloc(0), 13],
  ["half a prefix", Buffer.alloc(3), 13],
  ["too little", framed("abc").subarray(0, 7), 13],
  ["too much", Buffer.concat([framed("abc"), framed("")]), 12],
  ["a compressed message", Buffer.from([1, 0, 0, 0, 0]), 12],
])("%s is refused", (_what, body, code) => {
  expect(() => unframeMessage(body)).toThrow(expect.objectContaining({ name: "GrpcError", code }));
});

describe("receiving", () => {
  test("puts the pieces together", async () => {
    const stream = new PassThrough();
    const message = receiveMessage(stream);
    for (const byte of framed("pieces")) stream.write(Uint8Array.of(byte));
    stream.end();

    expect(Buffer.from((await message) ?? []).toString()).toBe("pieces");
  });

  test("ends without a message when the caller leaves", async () => {
    const stream = new PassThrough();
    const message = receiveMessage(stream);
    stream.write(Uint8Array.of(0, 0));
    stream.destroy();

    expect(await message).toBeUndefined();
  });

  test.each([
    ["says so in its prefix", [Uint8Array.of(0, 0), Uint8Array.of(0, 0, 11)]],
    ["keeps on coming", [framed("0123456789"), Buffer.alloc(1)]],
  ])("stops at once when a message is longer than the limit and %s", async (_how, pieces) => {
    const stream = new PassThrough();
    const message = receiveMessage(stream, 10);
    for (const piece of pieces) stream.write(piece);

    await expect(message).rejects.toMatchObject({ code: 8 });
  });

  test("takes a message that is as long as the limit", async () => {
    const stream = new PassThrough();
    const message = receiveMessage(stream, 10);
    stream.end(framed("0123456789"));

    expect((await message)?.length).toBe(10);
  });
});
