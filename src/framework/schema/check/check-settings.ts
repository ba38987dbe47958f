import { isPlainObject, type Misfit, type ObjectValue, type Path, type Value } from "../../value/index";
import type { NestedAttribute, Schema } from "../describe/attribute";
import { configuredValue } from "../describe/configured";
import { nestedElementAt, nestedElements } from "../describe/nested";
import { attributeType } from "../describe/schema-type";
import { findResultMisfit } from "./check-result";

/**
 * Finds the first setting whose value differs between a data source's result and its configuration. Core does not
 * compare the two, but a data block must show its own settings.
 */
export function findChangedSetting(
  schema: Schema,
  config: ObjectValue,
  state: ObjectValue,
  path: Path = [],
): Misfit | undefined {
  for (const [name, attribute] of Object.entries(schema)) {
    const configured = configuredValue(config, name);
    if (configured === null) continue;
    const here = [...path, { attribute: name }];
    const value = state[name] ?? null;
    const misfit =
      attribute.kind === "nested" && attribute.nesting !== "set"
        ? findChangedElement(attribute, configured, value, here)
        : findResultMisfit(attributeType(attribute), configured, value, here);
    if (misfit !== undefined) return changed(misfit.path);
  }
  return undefined;
}

function findChangedElement(
  attribute: NestedAttribute,
  configured: Value,
  value: Value,
  path: Path,
): Misfit | undefined {
  const elements = nestedElements(attribute, configured);
  if (elements.length !== nestedElements(attribute, value).length) return changed(path);
  for (const { path: step, value: setting } of elements) {
    const here = [...path, ...step];
    const element = nestedElementAt(value, step);
    if (!isPlainObject(setting) || !isPlainObject(element)) return changed(here);
    const misfit = findChangedSetting(attribute.attributes, setting, element, here);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function changed(path: Path): Misfit {
  return { path, problem: "was returned with another value than the configured one" };
}
