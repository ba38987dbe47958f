import { decodeStateJson } from "../../../src/framework/protocol";
import { decodeValue } from "../../../src/framework/protocol/msgpack/decode-value";
import { encodeValue } from "../../../src/framework/protocol/msgpack/encode-value";
import {
  equal,
  findMisfit,
  isWhollyKnown,
  type Type,
  typeToJson,
  type Value,
  withoutUnknown,
} from "../../../src/framework/value";
import { Random, randomType, randomValue, stateJson } from "../value/random";
import { toHex } from "./hex";

const CASES = 400;

interface Case {
  readonly type: Type;
  readonly value: Value;
  readonly random: Random;
}

/** Tries a property on many types and values; a failure names the seed that brings it back. */
function holds(property: (given: Case) => boolean, allowed = { unknown: true }): void {
  for (let seed = 1; seed <= CASES; seed += 1) {
    const random = new Random(seed);
    const type = randomType(random);
    const value = randomValue(random, type, allowed);
    if (!property({ type, value, random })) {
      throw new Error(`does not hold for seed ${seed}: ${JSON.stringify(typeToJson(type))}`);
    }
  }
}

test("every value fits the type that it was made for", () => {
  holds(({ type, value }) => findMisfit(type, value) === undefined);
});

test("every value comes back from MessagePack as it was", () => {
  holds(({ type, value }) => equal(type, decodeValue(type, encodeValue(type, value)), value));
});

test("what came from MessagePack is written with the very same bytes", () => {
  holds(({ type, value }) => {
    const bytes = encodeValue(type, value);
    return toHex(encodeValue(type, decodeValue(type, bytes))) === toHex(bytes);
  });
});

test("every known value comes back from a state file as it was", () => {
  holds(({ type, value }) => equal(type, decodeStateJson(type, Buffer.from(stateJson(type, value))), value), {
    unknown: false,
  });
});

test("without its unknown parts every value is wholly known and still fits", () => {
  holds(({ type, value }) => {
    const known = withoutUnknown(value);
    return isWhollyKnown(known) && findMisfit(type, known) === undefined;
  });
});

test("a message that ends too early is refused, wherever it ends", () => {
  holds(({ type, value, random }) => {
    const bytes = encodeValue(type, value);
    return failsAsMsgpack(() => decodeValue(type, bytes.subarray(0, random.below(bytes.length)))) === true;
  });
});

test("a message with a wrong byte is read or refused, and nothing else happens", () => {
  holds(({ type, value, random }) => {
    const bytes = Buffer.from(encodeValue(type, value));
    bytes[random.below(bytes.length)] = random.below(256);
    return failsAsMsgpack(() => decodeValue(type, bytes)) !== "otherwise";
  });
});

function failsAsMsgpack(run: () => void): boolean | "otherwise" {
  try {
    run();
    return false;
  } catch (error) {
    return (error as { name?: unknown }).name === "MsgpackError" ? true : "otherwise";
  }
}
