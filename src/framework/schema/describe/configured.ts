import { Dynamic, isUnknown, type ObjectValue, UNKNOWN, type Unknown, type Value } from "../../value/index";
import type { Attribute } from "./attribute";

/** A configuration, or a part of one; null where there is none, unknown where it is not known yet. */
export type Configured = ObjectValue | Unknown | null;

/** What a configuration says of an attribute: null where it says nothing, be it a null with a type. */
export function configuredValue(config: Configured, name: string): Value {
  const value = memberOf(config, name);
  return value instanceof Dynamic && value.value === null ? null : value;
}

/**
 * The same for a plan. Nobody configures what is computed only: a value there is the prior one, put in by
 * `ignore_changes`.
 */
export function configuredSetting(config: Configured, name: string, attribute: Attribute): Value {
  if (attribute.presence === "computed" && !isUnknown(config)) return null;
  return configuredValue(config, name);
}

/** An attribute's value in an object: of null it is null, of an unknown object unknown. */
export function memberOf(object: Value, name: string): Value {
  if (object === null) return null;
  return isUnknown(object) ? UNKNOWN : ((object as ObjectValue)[name] ?? null);
}
