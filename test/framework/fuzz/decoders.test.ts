import { PrivateState } from "../../../src/framework/define/private-state";
import { frameMessage, unframeMessage } from "../../../src/framework/plugin/grpc/message";
import { GrpcError } from "../../../src/framework/plugin/grpc/status";
import { decodeStateJson } from "../../../src/framework/protocol";
import { decodeValue } from "../../../src/framework/protocol/msgpack/decode-value";
import { encodeValue } from "../../../src/framework/protocol/msgpack/encode-value";
import { MsgpackError } from "../../../src/framework/protocol/msgpack/reader";
import { findMisfit, type Type, typeFromJson, typeToJson, type Value } from "../../../src/framework/value";
import { randomType, randomValue, stateJson } from "../value/random";
import { damaged, randomBytes } from "./bytes";
import { casesOf, nameOf, tryMany } from "./cases";

const isMsgpackError = (error: unknown) => error instanceof MsgpackError;
const isStateError = (error: unknown) => ["SyntaxError", "TypeError"].includes(nameOf(error));

test("random bytes are a MessagePack value that fits its type, or a MsgpackError", () => {
  tryMany(casesOf(25), isMsgpackError, (prepared) => {
    const type = randomType(prepared);
    return (random) => expectToFit(type, decodeValue(type, randomBytes(random)));
  });
});

test("damaged MessagePack is a value that fits its type, or a MsgpackError", () => {
  tryMany(casesOf(35), isMsgpackError, (prepared) => {
    const type = randomType(prepared);
    const bytes = encodeValue(type, randomValue(prepared, type, { unknown: true }));
    return (random) => expectToFit(type, decodeValue(type, damaged(random, bytes)));
  });
});

test("damaged state JSON is a value that fits its type, or a SyntaxError or TypeError", () => {
  tryMany(casesOf(20), isStateError, (prepared) => {
    const type = randomType(prepared);
    const json = Buffer.from(stateJson(type, randomValue(prepared, type, { unknown: false })));
    return (random) => expectToFit(type, decodeStateJson(type, damaged(random, json)));
  });
});

test("damaged type JSON is a type, or a SyntaxError or TypeError", () => {
  tryMany(casesOf(5), isStateError, (prepared) => {
    const json = Buffer.from(JSON.stringify(typeToJson(randomType(prepared))));
    return (random) => void typeFromJson(JSON.parse(damaged(random, json).toString("utf8")));
  });
});

test("a damaged frame is a message, or a GrpcError", () => {
  const isGrpcError = (error: unknown) => error instanceof GrpcError;
  tryMany(casesOf(5), isGrpcError, (prepared) => {
    const frame = Buffer.concat(frameMessage(randomBytes(prepared)));
    return (random) => void unframeMessage(damaged(random, frame));
  });
});

test("damaged private state is read as something or as nothing, and never fails", () => {
  const kept = Buffer.from('{"client_id":"exampleCL","at":[1,null]}');
  const never = () => false;
  tryMany(casesOf(5), never, () => (random) => {
    const state = new PrivateState(damaged(random, kept));
    state.get("client_id");
    state.set("at", 2);
    new PrivateState(state.bytes).get("at");
  });
});

function expectToFit(type: Type, value: Value): void {
  const misfit = findMisfit(type, value);
  if (misfit !== undefined) throw new Error(`a value that ${misfit.problem} was read`);
}
