import { entriesOf, type Type } from "../../value";
import { MsgpackWriter } from "./writer";

/** An attribute of an object type, and its name as it stands on the wire. */
export interface WireField {
  readonly name: string;
  readonly type: Type;
  readonly wireName: Uint8Array;
}

type Attributes = Readonly<Record<string, Type>>;

const known = new WeakMap<Attributes, readonly WireField[]>();

/** The attributes of an object type in its own order. For the type of a schema this is the order that core uses. */
export function wireFields(attributes: Attributes): readonly WireField[] {
  let fields = known.get(attributes);
  if (fields === undefined) {
    fields = entriesOf(attributes).map(([name, type]) => ({ name, type, wireName: onWire(name) }));
    known.set(attributes, fields);
  }
  return fields;
}

function onWire(name: string): Uint8Array {
  const writer = new MsgpackWriter();
  writer.string(name);
  return writer.finish();
}
