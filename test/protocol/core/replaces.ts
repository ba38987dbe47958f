import type { AttributePath } from "../../../src/framework/protocol/generated/tfplugin6";
import { type Schema, schemaType } from "../../../src/framework/schema";
import { equal, isMap, isUnknown, type ObjectValue, type Value } from "../../../src/framework/value";
import { refuse, type Walk } from "./walk";

/** A plan in which a path is said to need a new object. */
export interface Replacing {
  readonly schema: Schema;
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue;
}

/** Whether the path counts, which takes a change at it; one that leads nowhere is an error. */
export function replaces(
  walk: Walk,
  address: string,
  path: AttributePath,
  { schema, prior, planned }: Replacing,
): boolean {
  const before = valueAt(prior, path);
  const after = valueAt(planned, path);
  if (before === undefined && after === undefined) {
    refuse(walk, address, "Provider produced invalid plan", ["requires_replace has a non-existent path"]);
  }
  if (prior === null) return false;
  const name = path.steps[0]?.attributeName ?? "";
  const type = schemaType(schema);
  const part = type.kind === "object" ? type.attributes[name] : undefined;
  if (isUnknown(after) || part === undefined || path.steps.length > 1) return before !== after;
  return !equal(part, before ?? null, after ?? null);
}

function valueAt(object: ObjectValue | null, { steps }: AttributePath): Value | undefined {
  let value: Value | undefined = object ?? undefined;
  for (const { attributeName, elementKeyString, elementKeyInt } of steps) {
    const key = attributeName ?? elementKeyString ?? Number(elementKeyInt);
    if (value === null || value === undefined || isUnknown(value)) return undefined;
    value = isMap(value) ? value.get(String(key)) : (value as Readonly<Record<string, Value>>)[key];
  }
  return value;
}
