import { readFileSync } from "node:fs";
import path from "node:path";
import { decodeStateJson } from "../../../../src/framework/protocol";
import { decodeValue } from "../../../../src/framework/protocol/msgpack/decode-value";
import { encodeValue } from "../../../../src/framework/protocol/msgpack/encode-value";
import {
  equal,
  isUnknown,
  mayBecome,
  type Type,
  typeFromJson,
  type Value,
} from "../../../../src/framework/value";

// What Terraform's own library writes and says; test/vectors/go makes it, and test/extended makes it again.
interface Vectors {
  readonly values: readonly { readonly type: unknown; readonly msgpack: string; readonly state?: string }[];
  readonly merged: readonly { type: unknown; msgpack: string; state: string; again: string }[];
  readonly pairs: readonly { type: unknown; a: string; b: string; same: boolean }[];
  readonly outcomes: readonly { type: unknown; unknown: string; value: string; may: boolean }[];
  readonly malformed: readonly { readonly type: unknown; readonly msgpack: string }[];
}

const file = readFileSync(path.resolve(__dirname, "../../../vectors/cty.json"), "utf8");
const { values, merged, pairs, outcomes, malformed } = JSON.parse(file) as Vectors;
const read = (type: Type, hex: string) => decodeValue(type, Buffer.from(hex, "hex"));

const hexOf = (type: Type, value: Value) => Buffer.from(encodeValue(type, value)).toString("hex");

/** Those for which something does not hold, so that a failure shows them and nothing else. */
function failing<V>(vectors: readonly V[], holds: (vector: V) => boolean): readonly V[] {
  expect(vectors.length).toBeGreaterThan(300);
  return vectors.filter((vector) => !holds(vector));
}

test("every value is read, and written with the very same bytes", () => {
  const wrong = failing(values, ({ type: json, msgpack }) => {
    const type = typeFromJson(json);
    return hexOf(type, read(type, msgpack)) === msgpack;
  });
  expect(wrong).toEqual([]);
});

test("numbers that are written as text are the same numbers", () => {
  const wrong = failing(values, ({ type: json, msgpack }) => {
    const type = typeFromJson(json);
    const value = read(type, msgpack);
    return equal(type, decodeValue(type, encodeValue(type, value, "text")), value);
  });
  expect(wrong).toEqual([]);
});

test("a value of a state file is the one of the wire", () => {
  const known = values.filter(({ state }) => state !== undefined);
  const wrong = failing(known, ({ type: json, msgpack, state = "" }) => {
    const type = typeFromJson(json);
    return equal(type, decodeStateJson(type, Buffer.from(state)), read(type, msgpack));
  });
  expect(wrong).toEqual([]);
});

test("a value of a state file is written as Terraform's library writes it", () => {
  const known = [...values, ...merged].filter(({ state }) => state !== undefined);
  const wrong = failing(known, ({ type: json, msgpack, state = "" }) => {
    const type = typeFromJson(json);
    return hexOf(type, decodeStateJson(type, Buffer.from(state))) === msgpack;
  });
  expect(wrong).toEqual([]);
});

test("the wire has no negative zero: a set that holds both zeros loses one, as in Terraform's library", () => {
  for (const { type: json, msgpack, again } of merged) {
    const type = typeFromJson(json);
    expect(hexOf(type, read(type, msgpack))).toBe(again);
  }
});

test("two values are the same where Terraform says so, and only there", () => {
  const wrong = failing(pairs, ({ type: json, a, b, same }) => {
    const type = typeFromJson(json);
    return equal(type, read(type, a), read(type, b)) === same;
  });
  expect(wrong).toEqual([]);
});

test("an unknown value may become what Terraform lets it, and nothing else", () => {
  const wrong = failing(outcomes, ({ type: json, unknown, value, may }) => {
    const type = typeFromJson(json);
    const before = read(type, unknown);
    return isUnknown(before) && mayBecome(before, read(type, value)) === may;
  });
  expect(wrong).toEqual([]);
});

test("what Terraform refuses is refused", () => {
  const wrong = failing(malformed, ({ type: json, msgpack }) => {
    try {
      read(typeFromJson(json), msgpack);
      return false;
    } catch (error) {
      return (error as Error).name === "MsgpackError";
    }
  });
  expect(wrong).toEqual([]);
});
