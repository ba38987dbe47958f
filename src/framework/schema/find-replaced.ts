import { equal, type ObjectValue, type Path } from "../value";
import type { Schema } from "./attribute";
import { nestedObjectAt, nestedObjects } from "./nested";
import { attributeType } from "./schema-type";

/** The attributes whose planned change needs a new object. Nothing is replaced where nothing was. */
export function findReplaced(
  schema: Schema,
  prior: ObjectValue | null,
  planned: ObjectValue,
): readonly Path[] {
  return prior === null ? [] : replacedIn(schema, prior, planned, []);
}

/** @param prior null in a nested object that is new. */
function replacedIn(
  schema: Schema,
  prior: ObjectValue | null,
  planned: ObjectValue,
  path: Path,
): readonly Path[] {
  return Object.entries(schema).flatMap(([name, attribute]) => {
    const here = [...path, { attribute: name }];
    const before = prior?.[name] ?? null;
    const value = planned[name] ?? null;
    const own = attribute.replaces && !equal(attributeType(attribute), value, before) ? [here] : [];
    if (attribute.kind === "typed") return own;
    const inner = nestedObjects(attribute, value).flatMap(({ path: step, object }) =>
      replacedIn(attribute.attributes, nestedObjectAt(before, step), object, [...here, ...step]),
    );
    return [...own, ...inner];
  });
}
