import { ExactNumber, fromBigInt, numberKey, parseNumber, sameNumber } from "../../../src/framework/value";

test.each([
  ["0", 0],
  ["-0", 0],
  ["0.000", 0],
  ["42", 42],
  ["+7", 7],
  ["-1.5", -1.5],
  ["0.1", 0.1],
  ["1e3", 1000],
  ["1E-2", 0.01],
  ["9007199254740991", Number.MAX_SAFE_INTEGER],
  ["1.", 1],
])("%s fits a JavaScript number, so it is one", (text, expected) => {
  expect(parseNumber(text)).toBe(expected);
});

test.each([
  ["9007199254740993", "9007199254740993"],
  ["-9007199254740993", "-9007199254740993"],
  ["9007199254740992", "9007199254740992"],
  ["1152921504606847000", "1152921504606847000"],
  ["1e25", "10000000000000000000000000"],
  ["12345678901234567890", "12345678901234567890"],
  ["0.1234567890123456789012345", "0.1234567890123456789012345"],
  ["000.12345678901234567890", "0.1234567890123456789"],
  ["1.00000000000000000001e2", "100.000000000000000001"],
  ["12345678901234567890e-5", "123456789012345.6789"],
  ["1e-400", `0.${"0".repeat(399)}1`],
  ["1e1000", "1e1000"],
])("%s does not fit, so its digits are kept", (text, digits) => {
  const value = parseNumber(text);
  expect(value).toBeInstanceOf(ExactNumber);
  expect(String(value)).toBe(digits);
});

test.each(["", "x", "1,5", "0x10", "1e", ".", "--1", "NaN", "Infinity", "1 "])(
  "%j is no number, and the error does not repeat it",
  (text) => {
    expect(() => parseNumber(text)).toThrow(
      expect.objectContaining({ name: "TypeError", message: expect.not.stringContaining(text || "\0") }),
    );
  },
);

test("integers of any size keep every digit", () => {
  expect(fromBigInt(5n)).toBe(5);
  expect(fromBigInt(2n ** 53n - 1n)).toBe(2 ** 53 - 1);
  expect(String(fromBigInt(2n ** 53n + 1n))).toBe("9007199254740993");
  expect(String(fromBigInt(-(2n ** 63n)))).toBe("-9223372036854775808");
});

test.each([
  [0.1, parseNumber("0.10"), true],
  [0, -0, true],
  [2 ** 60, new ExactNumber("1152921504606847000"), true],
  [2 ** 60, new ExactNumber("1152921504606846976"), false],
  [new ExactNumber("9007199254740993"), fromBigInt(2n ** 53n + 1n), true],
  [1, 2, false],
  [2 ** 53, new ExactNumber("9007199254740993"), false],
])("%s and %s are the same number: %s", (a, b, expected) => {
  expect(sameNumber(a, b)).toBe(expected);
  expect(numberKey(a) === numberKey(b)).toBe(expected);
});

test("a key of a number is its decimal text", () => {
  expect([1e21, 1e-7, -0, 12.5, Number.POSITIVE_INFINITY].map(numberKey)).toEqual([
    "1000000000000000000000",
    "0.0000001",
    "0",
    "12.5",
    "Infinity",
  ]);
});
