import { type Diagnostic, diagnostic } from "../../diagnostics";
import type { Path, Value } from "../../value/index";
import { entriesOf, formatPath, isMap, isPlainObject, isUnknown, type ObjectValue } from "../../value/index";
import { anywhere } from "../describe/anywhere";
import type { Attribute, NestedAttribute, Schema } from "../describe/attribute";
import { isBlock } from "../describe/blocks";
import { configuredValue } from "../describe/configured";
import { nestedObjects } from "../describe/nested";

const hasDeprecated = anywhere((attribute) => attribute.deprecated !== null);

/**
 * One warning, in the author's words, for each deprecated attribute or block that a configuration sets. No version of
 * core warns of that: core 1.15 and newer warn only of a deprecated value that is used elsewhere. An unknown value may
 * become null, so it counts only once it is known.
 */
export function deprecatedUses(schema: Schema, config: ObjectValue, path: Path = []): readonly Diagnostic[] {
  if (!hasDeprecated(schema)) return [];
  return entriesOf(schema).flatMap(([name, attribute]) => {
    const value = configuredValue(config, name);
    const here = [...path, isBlock(attribute) ? { attribute: name, block: true } : { attribute: name }];
    const inner = attribute.kind === "nested" ? usesWithin(attribute, value, here) : [];
    if (attribute.deprecated === null || !isSet(attribute, value)) return inner;
    return [diagnostic("warning", `${formatPath(here)} is deprecated`, attribute.deprecated, here), ...inner];
  });
}

function usesWithin(attribute: NestedAttribute, value: Value, here: Path): readonly Diagnostic[] {
  if (attribute.nesting === "set") return usesInSet(attribute.attributes, value, here);
  return nestedObjects(attribute, value).flatMap(({ path, object }) =>
    deprecatedUses(attribute.attributes, object, [...here, ...path]),
  );
}

/** Elements of a set have no path, so one warning at the set covers all of them. */
function usesInSet(schema: Schema, value: Value, here: Path): readonly Diagnostic[] {
  const items = Array.isArray(value) ? (value as readonly Value[]).filter(isPlainObject) : [];
  const uses = items.flatMap((item) => deprecatedUses(schema, item, here));
  return [...new Map(uses.map((use) => [use.summary, { ...use, path: here }])).values()];
}

/** Absent blocks are an empty collection; an absent group is an object in which nothing is set. */
function isSet(attribute: Attribute, value: Value): boolean {
  if (value === null || isUnknown(value)) return false;
  if (!isBlock(attribute)) return true;
  if (Array.isArray(value)) return value.length > 0;
  if (isMap(value)) return value.size > 0;
  return !attribute.block.group || Object.values(value).some((inner) => inner !== null);
}
