// How fast values are read and written: prints one JSON object. Run by ../codec.mjs, on each runtime.
import { fromDynamicValue, toDynamicValue } from "../../src/framework/protocol";
import { schemaType } from "../../src/framework/schema";
import type { ObjectValue, Type, Value } from "../../src/framework/value";
import { dialog360Provider } from "../../src/provider";

const CHANNELS = 10_000;
const SECONDS = 1;

interface Speed {
  readonly decoded: number;
  readonly encoded: number;
  readonly bytes: number;
}

function typeOf(resource: string): Type {
  const schema = dialog360Provider.resources.find(({ type }) => type === resource)?.schema;
  if (schema === undefined) throw new Error(`there is no resource ${resource}`);
  return schemaType(schema);
}

/** An object of a type: strings wherever there may be any. */
function objectOf(type: Type, own: ObjectValue): Value {
  if (type.kind !== "object") throw new Error("a resource is an object");
  const texts = Object.entries(type.attributes).map(([name, { kind }]) => [
    name,
    kind === "string" ? `example-${name}` : kind === "bool" ? true : null,
  ]);
  return { ...Object.fromEntries(texts), ...own };
}

/** Times per second, tried for a while after a first round that is not counted. */
function rate(once: () => void): number {
  once();
  let times = 0;
  const started = performance.now();
  while (performance.now() - started < SECONDS * 1000) {
    once();
    times += 1;
  }
  return (times * 1000) / (performance.now() - started);
}

function measure(type: Type, value: Value): Speed {
  const wire = toDynamicValue(type, value);
  return {
    decoded: rate(() => void fromDynamicValue(type, wire)),
    encoded: rate(() => void toDynamicValue(type, value)),
    bytes: wire.msgpack.length,
  };
}

const channel = typeOf("channel_ctwa_tracking");
const fleet = typeOf("ctwa_tracking_fleet");
const channels = new Map(
  Array.from({ length: CHANNELS }, (_, index) => [`example${index}CH`, true as Value]),
);

console.log(
  JSON.stringify({
    channel: measure(channel, objectOf(channel, {})),
    fleet: measure(fleet, objectOf(fleet, { channels, pending: new Map() })),
  }),
);
