import type { Provider } from "../../src/framework";
import { fromDynamicValue } from "../../src/framework/protocol";
import * as messages from "../../src/framework/protocol/generated/tfplugin6";
import { encodeValue } from "../../src/framework/protocol/msgpack/encode-value";
import { schemaType } from "../../src/framework/schema";
import type { Type, Value } from "../../src/framework/value";
import type { Recorded } from "./recorder";

/** One value as it came from Terraform, in hexadecimal digits, or in a state's JSON. */
export interface WireValue {
  readonly rpc: string;
  readonly type: string;
  readonly field: string;
  readonly msgpack?: string;
  readonly json?: string;
}

type Fields = Readonly<Record<string, unknown>> & { readonly typeName?: string };

const REQUESTS: Readonly<Record<string, messages.MessageFns<never>>> = {
  ValidateResourceConfig: messages.ValidateResourceConfig_Request,
  UpgradeResourceState: messages.UpgradeResourceState_Request,
  ReadResource: messages.ReadResource_Request,
  PlanResourceChange: messages.PlanResourceChange_Request,
  ApplyResourceChange: messages.ApplyResourceChange_Request,
} as never;

/** The values in what was recorded: each once, in an order that does not depend on when they came. */
export function wireValues(recorded: readonly Recorded[]): readonly WireValue[] {
  const texts = recorded.flatMap(({ rpc, bytes }) => {
    const fields = REQUESTS[rpc]?.decode(bytes) as Fields | undefined;
    return fields === undefined ? [] : valuesOf(rpc, fields).map((value) => JSON.stringify(value));
  });
  return [...new Set(texts)].sort().map((text) => JSON.parse(text) as WireValue);
}

function valuesOf(rpc: string, { typeName: type = "", ...fields }: Fields): readonly WireValue[] {
  return Object.entries(fields).flatMap(([field, value]): readonly WireValue[] => {
    const { msgpack, json } = (value ?? {}) as { msgpack?: Uint8Array; json?: Uint8Array };
    if (msgpack !== undefined && msgpack.length > 0) {
      return [{ rpc, type, field, msgpack: Buffer.from(msgpack).toString("hex") }];
    }
    return json === undefined || json.length === 0
      ? []
      : [{ rpc, type, field, json: Buffer.from(json).toString() }];
  });
}

/** What the codec makes of a value, and what it writes for that: core's own bytes, where it is canonical. */
export function roundTrip(provider: Provider, { type, msgpack = "", json = "" }: WireValue): RoundTrip {
  const schema = provider.resources.find((one) => type === `${provider.name}_${one.type}`)?.schema;
  if (schema === undefined) throw new Error(`the provider has no resource ${type}`);
  const valueType = schemaType(schema);
  const wire = { msgpack: Buffer.from(msgpack, "hex"), json: Buffer.from(json) };
  const value = fromDynamicValue(valueType, wire);
  const written = Buffer.from(encodeValue(valueType, value)).toString("hex");
  return { type: valueType, value, written };
}

/** A value, its type, and its bytes in hexadecimal digits. */
export interface RoundTrip {
  readonly type: Type;
  readonly value: Value;
  readonly written: string;
}
