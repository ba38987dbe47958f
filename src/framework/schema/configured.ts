import { Dynamic, type ObjectValue, type Value } from "../value";

/** What a configuration says of an attribute: null where it says nothing, be it a null with a type. */
export function configuredValue(config: ObjectValue | null, name: string): Value {
  const value = config?.[name] ?? null;
  return value instanceof Dynamic && value.value === null ? null : value;
}
