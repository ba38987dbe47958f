import {
  Dynamic,
  ExactNumber,
  isMap,
  isPlainObject,
  isUnknown,
  type ObjectValue,
  typeToJson,
  type Value,
} from "../../../src/framework/value";

/** One object in a saved state. */
export interface Instance {
  /** As the state file has them. */
  readonly attributes: string;
  readonly private: Uint8Array;
  /** Made by a create that failed halfway: the next plan replaces it. */
  readonly tainted: boolean;
}

/** What core saves between two runs, by address. */
export type State = ReadonlyMap<string, Instance>;

/** An object as a state file has it. */
export function toStateJson(object: ObjectValue): string {
  return JSON.stringify(plain(object));
}

function plain(value: Value): unknown {
  if (isUnknown(value)) throw new TypeError("an unknown value cannot be saved");
  if (value instanceof ExactNumber) throw new TypeError("this model saves plain numbers only");
  if (value instanceof Dynamic) return { type: typeToJson(value.type), value: plain(value.value) };
  if (Array.isArray(value)) return (value as readonly Value[]).map(plain);
  if (isMap(value)) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}
