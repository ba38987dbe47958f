import { decodeStateJson } from "../../../src/framework/protocol";
import { decodeValue } from "../../../src/framework/protocol/msgpack/decode-value";
import { MsgpackError } from "../../../src/framework/protocol/msgpack/reader";
import { type Type, types } from "../../../src/framework/value";

const MEGABYTE = 1024 * 1024;

/** Type of lists, so many levels deep. */
function deepList(levels: number): Type {
  let type: Type = types.string;
  for (let level = 0; level < levels; level += 1) type = types.list(type);
  return type;
}

/** Values of type dynamic inside each other, so many levels deep. */
function deepDynamic(levels: number): Buffer {
  const step = Buffer.concat([Buffer.of(0x92, 0xc4, 9), Buffer.from('"dynamic"')]);
  return Buffer.concat([...Array.from({ length: levels }, () => step), Buffer.of(0xc0)]);
}

test.each([
  ["a list", types.list(types.string), Buffer.of(0xdd, 0xff, 0xff, 0xff, 0xff)],
  ["a map", types.map(types.string), Buffer.of(0xdf, 0xff, 0xff, 0xff, 0xff)],
  ["a string", types.string, Buffer.of(0xdb, 0xff, 0xff, 0xff, 0xff)],
  ["an extension", types.string, Buffer.of(0xc9, 0xff, 0xff, 0xff, 0xff, 0x0c)],
])("%s that claims four thousand million entries takes no memory for them", (_what, type, bytes) => {
  const before = process.memoryUsage();
  expect(() => decodeValue(type, bytes)).toThrow(MsgpackError);
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  expect(heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(16 * MEGABYTE);
});

test("a value of a thousand levels is read", () => {
  const bytes = Buffer.concat([Buffer.alloc(1000, 0x91), Buffer.of(0xa1, 0x61)]);
  expect(JSON.stringify(decodeValue(deepList(1000), bytes))).toContain('["a"]');
});

test.each([
  ["MessagePack", () => decodeValue(types.dynamic, deepDynamic(200_000)), MsgpackError],
  ["state JSON", () => decodeStateJson(types.dynamic, Buffer.from("[".repeat(200_000))), SyntaxError],
])(
  "%s that never stops nesting is refused by its own error, not by the end of the stack",
  (_what, read, error) => {
    expect(read).toThrow(error);
  },
);

test("a number of a million digits is read in no time that anyone notices", () => {
  const digits = `1${"0".repeat(1_000_000)}1`;
  expect(String(decodeStateJson(types.number, Buffer.from(digits)))).toBe(digits);
});
