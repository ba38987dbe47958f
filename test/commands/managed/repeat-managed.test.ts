import { repeatManaged } from "../../../src/commands/managed/repeat-managed";

test.each([
  ["--managed a b -", "--managed a --managed b --managed -"],
  ["--managed=a b --out x", "--managed=a --managed b --out x"],
  ["--managed a --managed b c", "--managed a --managed b --managed c"],
  ["--managed - --out -", "--managed - --out -"],
  ["--out x y", "--out x y"],
  ["--managed", "--managed"],
])("%s is read as %s", (given, read) => {
  expect(repeatManaged(given.split(" "))).toEqual(read.split(" "));
});
