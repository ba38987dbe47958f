import {
  entriesOf,
  equal,
  isMap,
  isPlainObject,
  isUnknown,
  type Misfit,
  type ObjectValue,
  type Path,
  type Value,
} from "../value";
import type { Attribute, NestedAttribute, Schema } from "./attribute";
import { isBlock } from "./blocks";
import { configuredValue } from "./configured";
import { nestedElementAt, nestedElements, nestedObjectAt } from "./nested";
import { attributeType, schemaType } from "./schema-type";

const OTHER_VALUE = "is planned with another value than the configured one";

/** What core compares a plan with. */
export interface PlanToCheck {
  readonly config: ObjectValue;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue;
}

/**
 * Finds what core would refuse in a plan ("Provider produced invalid plan"): a planned value must be the configured
 * one, or the prior one that means the same, unless the attribute is computed and not configured.
 */
export function findPlanMisfit(schema: Schema, plan: PlanToCheck, path: Path = []): Misfit | undefined {
  for (const [name, attribute] of entriesOf(schema)) {
    const values = {
      config: plan.config[name] ?? null,
      configured: configuredValue(plan.config, name),
      prior: plan.prior?.[name] ?? null,
      planned: plan.planned[name] ?? null,
    };
    const misfit = checkAttribute(attribute, values, [...path, { attribute: name }]);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

interface Values {
  readonly config: Value;
  readonly configured: Value;
  readonly prior: Value;
  readonly planned: Value;
}

function checkAttribute(attribute: Attribute, values: Values, path: Path): Misfit | undefined {
  const { config, configured, prior, planned } = values;
  if (attribute.writeOnly) {
    return planned === null ? undefined : { path, problem: "is write-only and must be planned as null" };
  }
  const type = attributeType(attribute);
  if (equal(type, planned, config)) return undefined;
  if (configured === null) {
    const computed = attribute.presence === "computed" || attribute.presence === "optionalComputed";
    return computed
      ? undefined
      : { path, problem: "is not computed and not configured, yet a value is planned" };
  }
  // Of blocks core wants as many as configured, whatever there was.
  if (prior !== null && !isBlock(attribute) && equal(type, planned, prior)) return undefined;
  if (attribute.kind === "nested" && !isUnknown(config)) return checkNested(attribute, values, path);
  return { path, problem: OTHER_VALUE };
}

function checkNested(attribute: NestedAttribute, values: Values, path: Path): Misfit | undefined {
  const { config, prior, planned } = values;
  if (planned === null || isUnknown(planned) || sizeOf(planned) !== sizeOf(config)) {
    return { path, problem: "is planned with another number of elements than configured" };
  }
  for (const { path: step, value: configured } of nestedElements(attribute, config)) {
    const here = [...path, ...step];
    const element = nestedElementAt(planned, step);
    if (isPlainObject(configured) && isPlainObject(element)) {
      const inner = { config: configured, prior: nestedObjectAt(prior, step), planned: element };
      const misfit = findPlanMisfit(attribute.attributes, inner, here);
      if (misfit !== undefined) return misfit;
    } else if (!equal(schemaType(attribute.attributes), element, configured)) {
      return { path: here, problem: OTHER_VALUE };
    }
  }
  return undefined;
}

function sizeOf(value: Value): number {
  if (Array.isArray(value)) return value.length;
  return isMap(value) ? value.size : 1;
}
