import { Dynamic, isUnknown, type ObjectValue, UNKNOWN, type Unknown, type Value } from "../../value/index";
import type { Attribute } from "./attribute";

/** A configuration or a part of one. It may be null or unknown. */
export type Configured = ObjectValue | Unknown | null;

/** The configured value of an attribute. A typed null of a dynamic attribute also reads as null. */
export function configuredValue(config: Configured, name: string): Value {
  const value = memberOf(config, name);
  return value instanceof Dynamic && value.value === null ? null : value;
}

/**
 * The same for a plan. A computed attribute cannot be configured: a value there is the prior one, which
 * `ignore_changes` put in.
 */
export function configuredSetting(config: Configured, name: string, attribute: Attribute): Value {
  if (attribute.presence === "computed" && !isUnknown(config)) return null;
  return configuredValue(config, name);
}

/** An attribute's value in an object: null in null, unknown in an unknown object. */
export function memberOf(object: Value, name: string): Value {
  if (object === null) return null;
  return isUnknown(object) ? UNKNOWN : ((object as ObjectValue)[name] ?? null);
}
