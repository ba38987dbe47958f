import {
  atLeast,
  atMost,
  between,
  cidr,
  json,
  lengthBetween,
  matches,
  oneOf,
  rfc3339,
  sizeBetween,
  url,
  uuid,
} from "../../../../src/framework/schema";
import { parseNumber } from "../../../../src/framework/value";

type Check = (value: never) => string | undefined;

test.each<[string, Check, readonly unknown[], readonly unknown[]]>([
  [
    "atLeast",
    atLeast(1),
    [1, 1.5, parseNumber("1.00000000000000000001")],
    [0, parseNumber("0.99999999999999999999")],
  ],
  ["atMost", atMost(9), [9, -1], [9.1, parseNumber("9.00000000000000000001")]],
  ["between", between(1, 3), [1, 2, 3], [0, 4, parseNumber("3.00000000000000000001")]],
  ["lengthBetween", lengthBetween(1, 2), ["a", "\u{1f642}\u{1f642}"], ["", "abc"]],
  ["lengthBetween without end", lengthBetween(2, Number.POSITIVE_INFINITY), ["ab", "abc"], ["a"]],
  ["sizeBetween", sizeBetween(1, 2), [["a"], new Map([["k", 1]])], [[], new Map(), [1, 2, 3]]],
  ["oneOf", oneOf("a", "b"), ["a"], ["c", "A"]],
  ["matches, with the flag g", matches(/a/g, "must have an a"), ["a", "ba", "a"], ["b"]],
  ["url", url(), ["https://example.org/x", "http://[::1]:8080"], ["example.org", "ftp://example.org", ""]],
  ["url of a protocol", url("ftp"), ["ftp://example.org"], ["https://example.org"]],
  [
    "cidr",
    cidr,
    ["10.0.0.0/8", "0.0.0.0/0", "2001:db8::/128"],
    ["10.0.0.0", "10.0.0.0/33", "::/129", "10.0.0.0/08", "x/8"],
  ],
  ["uuid", uuid, ["123E4567-e89b-12d3-a456-426614174000"], ["123e4567e89b12d3a456426614174000", ""]],
  [
    "rfc3339",
    rfc3339,
    ["2030-01-31T12:00:00Z", "2028-02-29T23:59:59.5+05:30", "0001-01-01T00:00:00Z"],
    [
      "2030-02-29T00:00:00Z",
      "2030-13-01T00:00:00Z",
      "2030-01-01T24:00:00Z",
      "2030-01-01",
      "2030-01-01T00:00:00",
    ],
  ],
  ["json", json, ['{"a":[1]}', "null"], ["{", ""]],
])("%s accepts and refuses what it says", (_name, check, good, bad) => {
  expect(good.filter((value) => check(value as never) !== undefined)).toEqual([]);
  expect(bad.filter((value) => check(value as never) === undefined)).toEqual([]);
});

test("a URL that is refused is not repeated, since it can hold a password", () => {
  expect(url()("ftp://me:hunter22@example.org")).not.toContain("hunter22");
});
