import {
  encodeGrpcMessage,
  GrpcCode,
  GrpcError,
  statusOf,
} from "../../../../src/framework/plugin/grpc/status";

test.each([
  ["plain words, ~ included", "plain words, ~ included"],
  ["100 %", "100 %25"],
  ["two\nlines\r", "two%0Alines%0D"],
  ["Grüße ☕", "Gr%C3%BC%C3%9Fe %E2%98%95"],
  ["\u0000\u007f", "%00%7F"],
  ["", ""],
])("the message %p travels as %p", (message, encoded) => {
  expect(encodeGrpcMessage(message)).toBe(encoded);
  expect(decodeURIComponent(encoded)).toBe(message);
});

test("a message that is too long for a header is cut", () => {
  expect(encodeGrpcMessage("x".repeat(100_000))).toHaveLength(4096);
});

test.each([
  [new GrpcError(GrpcCode.UNIMPLEMENTED, "not here"), { code: 12, message: "not here" }],
  [new TypeError("broken"), { code: 13, message: "broken" }],
  [{ message: "like an error" }, { code: 13, message: "like an error" }],
  [{ message: 5 }, { code: 13, message: "[object Object]" }],
  ["words", { code: 13, message: "words" }],
  [undefined, { code: 13, message: "undefined" }],
  [null, { code: 13, message: "null" }],
])("what was thrown (%p) has a code and words", (thrown, expected) => {
  expect(statusOf(thrown)).toEqual(expected);
});
