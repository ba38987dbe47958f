import type { DynamicValue } from "../protocol/generated/tfplugin6";
import { isPlainObject, type ObjectValue, type Value } from "../value";

/** The values of an object at one moment, by attribute. */
export type Snapshot = ReadonlyMap<string, Value>;

/**
 * Notes the values of an object that core sent, so that its bytes can be sent back if an author leaves the values as
 * they are. Null if the object has a value that may not be sent back unseen: an author may change a nested value in
 * place, and core reads its own numbers with less precision than text.
 */
export function snapshotOf(object: ObjectValue | null, wire: DynamicValue | undefined): Snapshot | null {
  if (object === null || wire === undefined || wire.msgpack.length === 0) return null;
  const entries = Object.entries(object);
  return entries.every(([, value]) => isRepeatable(value)) ? new Map(entries) : null;
}

function isRepeatable(value: Value): boolean {
  return value === null || typeof value === "string" || typeof value === "boolean";
}

/** Whether what an author returned has just these values. */
export function isUntouched(before: Snapshot | null, returned: unknown): boolean {
  if (before === null || !isPlainObject(returned)) return false;
  const names = Object.keys(returned);
  return names.length === before.size && names.every((name) => before.get(name) === returned[name]);
}

/** Whether core sent the same MessagePack twice. */
export function isSameWire(a: DynamicValue | undefined, b: DynamicValue | undefined): boolean {
  if (a === undefined || b === undefined || a.msgpack.length === 0) return false;
  return a.msgpack.length === b.msgpack.length && Buffer.compare(a.msgpack, b.msgpack) === 0;
}
