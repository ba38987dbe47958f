import { Readable } from "node:stream";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { readBody } from "../../../src/client/http/sender";

const stream = (...chunks: (string | Buffer)[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

test.each([
  [undefined, "text", stream("te", "xt")],
  ["identity", "text", stream("text")],
  ["gzip", "text", stream(gzipSync("text"))],
  ["GZIP ", "text", stream(gzipSync("text"))],
  ["deflate", "text", stream(deflateSync("text"))],
  ["br", "text", stream(brotliCompressSync("text"))],
  [undefined, "", stream()],
  [undefined, "text", stream("\uFEFFtext")],
])("a body of encoding %p is %p", async (encoding, text, body) => {
  expect(await readBody(body, encoding, 100)).toEqual({ text, cut: false });
});

test("a character on the border of two chunks stays whole", async () => {
  const bytes = Buffer.from("ä");
  expect(await readBody(stream(bytes.subarray(0, 1), bytes.subarray(1)), undefined, 100)).toEqual({
    text: "ä",
    cut: false,
  });
});

test.each([
  ["plain", undefined, (text: string) => Buffer.from(text)],
  ["packed", "gzip", (text: string) => gzipSync(text)],
])("a %s body that is too long is cut, and the rest is not read", async (_, encoding, pack) => {
  const body = stream(pack("x".repeat(100_000)));
  expect(await readBody(body, encoding, 10)).toEqual({ text: "xxxxxxxxxx", cut: true });
  expect(body.destroyed).toBe(true);
});

test("a body of exactly the longest length is whole", async () => {
  expect(await readBody(stream("1234567890"), undefined, 10)).toEqual({ text: "1234567890", cut: false });
});

test("a body that cannot be unpacked is an error", async () => {
  await expect(readBody(stream("not packed"), "gzip", 100)).rejects.toMatchObject({ code: "Z_DATA_ERROR" });
});
