import {
  Dynamic,
  distinctItems,
  entriesOf,
  equal,
  isMap,
  isUnknown,
  isWhollyKnown,
  lengthOf,
  type Misfit,
  type ObjectValue,
  type Path,
  type Type,
  type Value,
  withNormalKeys,
  withoutRefinements,
} from "../../value/index";
import type { Attribute, NestedAttribute, Schema } from "../describe/attribute";
import { absentValue, type BlockAttribute, isBlock } from "../describe/blocks";
import { memberOf } from "../describe/configured";
import { type NestedElement, nestedElementAt, nestedElements } from "../describe/nested";
import { attributeType, schemaType } from "../describe/schema-type";

const OTHER_VALUE = "is planned with another value than the configured one";
const OTHER_COUNT = "is planned with another number of elements than configured";
const NOT_COMPUTED = "is not computed and not configured, yet a value is planned";
const NOT_KNOWN = "is planned as unknown, yet its blocks are configured";

/** The values that core compares a plan with. */
export interface PlanToCheck {
  readonly config: ObjectValue;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue;
}

/**
 * Finds what core would refuse in a plan ("Provider produced invalid plan"): a planned value must be the configured
 * one, or the prior one that means the same, unless the attribute is computed and not configured.
 */
export function findPlanMisfit(schema: Schema, plan: PlanToCheck): Misfit | undefined {
  return findAmong(schema, plan, []);
}

/**
 * Configured, prior and planned value of one place. Every attribute of a null or unknown element is null or unknown.
 */
interface Values {
  readonly config: Value;
  readonly prior: Value;
  readonly planned: Value;
}

function findAmong(schema: Schema, { config, prior, planned }: Values, path: Path): Misfit | undefined {
  if (isUnknown(planned) && isUnknown(config)) return undefined;
  for (const [name, attribute] of entriesOf(schema)) {
    const values = {
      config: memberOf(config, name),
      prior: memberOf(prior, name),
      planned: memberOf(planned, name),
    };
    const here = [...path, { attribute: name }];
    const misfit = isBlock(attribute)
      ? checkBlocks(attribute, values, here)
      : checkAttribute(attribute, values, here);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function checkAttribute(attribute: Attribute, values: Values, path: Path): Misfit | undefined {
  const { config, prior, planned } = values;
  if (attribute.writeOnly) {
    return isNull(planned) ? undefined : { path, problem: "is write-only and must be planned as null" };
  }
  const type = attributeType(attribute);
  if (sameButRefinements(type, planned, config)) return undefined;
  if (!isNull(config) && !isNull(prior) && sameButRefinements(type, planned, prior)) return undefined;
  // A configured value of a computed attribute comes from `ignore_changes`; Terraform warns of that itself.
  if (attribute.presence === "computed") return undefined;
  if (isNull(config) && attribute.presence === "optionalComputed") return undefined;
  if (isNull(config) && !isNull(planned)) return { path, problem: NOT_COMPUTED };
  return attribute.kind === "nested" ? checkNested(attribute, values, path) : { path, problem: OTHER_VALUE };
}

/** Core ignores refinements when it compares attributes. */
function sameButRefinements(type: Type, a: Value, b: Value): boolean {
  return equal(type, a, b) || equal(type, withoutRefinements(a), withoutRefinements(b));
}

function isNull(value: Value): boolean {
  return value === null || (value instanceof Dynamic && value.value === null);
}

function checkNested(attribute: NestedAttribute, values: Values, path: Path): Misfit | undefined {
  const { config, planned } = values;
  if (planned === null || isUnknown(planned)) return { path, problem: OTHER_COUNT };
  if (attribute.nesting === "single") return findAmong(attribute.attributes, values, path);
  if (attribute.nesting === "set") {
    return mayBeAsMany(attribute, planned, config) ? undefined : { path, problem: OTHER_COUNT };
  }
  if (isUnknown(config)) return { path, problem: OTHER_VALUE };
  return checkElements(attribute, values, path, () => undefined);
}

/** Whether two sets of nested objects may have the same size: unknown elements may turn out equal. */
function mayBeAsMany(attribute: NestedAttribute, planned: Value, config: Value): boolean {
  const [a, b] = [planned, config].map((value) => sizesOf(schemaType(attribute.attributes), value));
  return a !== undefined && b !== undefined && a[0] <= b[1] && b[0] <= a[1];
}

function sizesOf(element: Type, set: Value): readonly [number, number] {
  if (isUnknown(set)) return lengthOf(set);
  const { length } = distinctItems(element, set as readonly Value[]);
  return [length > 1 && !isWhollyKnown(set) ? 1 : length, length];
}

/** The rules of core for blocks: it compares their number with the configuration, and ignores the contents of a set. */
function checkBlocks(attribute: BlockAttribute, values: Values, path: Path): Misfit | undefined {
  const { config, planned } = values;
  if (equal(attributeType(attribute), planned, config)) return undefined;
  if (isUnknown(config)) return { path, problem: OTHER_VALUE };
  if (isUnknown(planned)) return { path, problem: NOT_KNOWN };
  if (planned === null && absentValue(attribute) !== null) return { path, problem: OTHER_COUNT };
  switch (attribute.nesting) {
    case "single":
      if (planned === null || config === null) return { path, problem: OTHER_COUNT };
      return findAmong(attribute.attributes, values, path);
    case "set":
      return (planned as readonly Value[]).some(isUnknown) ? { path, problem: NOT_KNOWN } : undefined;
    default:
      return checkElements(attribute, values, path, ({ value }, configured) => {
        if (isUnknown(value)) return NOT_KNOWN;
        return value === null && configured !== null ? OTHER_COUNT : undefined;
      });
  }
}

type ElementCheck = (element: NestedElement, configured: Value) => string | undefined;

/** Compares each element of a list or a map with the one in the same place. */
function checkElements(
  attribute: NestedAttribute,
  { config, prior, planned }: Values,
  path: Path,
  check: ElementCheck,
): Misfit | undefined {
  const [wanted, made] = [config, planned].map((value) => (isMap(value) ? withNormalKeys(value) : value));
  if (sizeOf(made) !== sizeOf(wanted)) return { path, problem: OTHER_COUNT };
  for (const element of nestedElements(attribute, made ?? null)) {
    const { path: step, value } = element;
    const here = [...path, ...step];
    if (!hasElement(wanted, step)) return { path: here, problem: OTHER_VALUE };
    const configured = nestedElementAt(wanted, step);
    const problem = check(element, configured);
    if (problem !== undefined) return { path: here, problem };
    const inner = { config: configured, prior: nestedElementAt(prior, step), planned: value };
    const misfit = findAmong(attribute.attributes, inner, here);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function hasElement(value: Value | undefined, [step]: Path): boolean {
  return step === undefined || !("key" in step) || (isMap(value) && value.has(step.key));
}

function sizeOf(value: Value | undefined): number {
  if (Array.isArray(value)) return value.length;
  return isMap(value) ? value.size : 0;
}
