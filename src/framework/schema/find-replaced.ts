import { entriesOf, equal, type ObjectValue, type Path, type Value } from "../value";
import { anywhere } from "./anywhere";
import type { Attribute, Schema } from "./attribute";
import { type Configured, configuredSetting } from "./configured";
import { configuredAt, nestedObjectAt, nestedObjects } from "./nested";
import { attributeType } from "./schema-type";

const hasReplacing = anywhere((attribute) => attribute.replaces !== false);

/**
 * The attributes whose planned change needs a new object. Nothing is replaced where nothing was.
 * @param config what "if configured" goes by
 */
export function findReplaced(
  schema: Schema,
  prior: ObjectValue | null,
  planned: ObjectValue,
  config: Configured = null,
): readonly Path[] {
  return prior === null ? [] : replacedIn(schema, { prior, planned, config }, []);
}

interface Level {
  /** null in a nested object that is new. */
  readonly prior: ObjectValue | null;
  readonly planned: ObjectValue;
  readonly config: Configured;
}

function replacedIn(schema: Schema, { prior, planned, config }: Level, path: Path): readonly Path[] {
  if (!hasReplacing(schema)) return [];
  return entriesOf(schema).flatMap(([name, attribute]) => {
    const here = [...path, { attribute: name }];
    const before = prior?.[name] ?? null;
    const value = planned[name] ?? null;
    const configured = configuredSetting(config, name, attribute);
    const own = isReplaced(attribute, before, value, configured) ? [here] : [];
    if (attribute.kind === "typed") return own;
    const inner = nestedObjects(attribute, value).flatMap(({ path: step, object }) =>
      replacedIn(
        attribute.attributes,
        {
          prior: nestedObjectAt(before, step),
          planned: object,
          config: configuredAt(configured, step),
        },
        [...here, ...step],
      ),
    );
    return [...own, ...inner];
  });
}

function isReplaced(attribute: Attribute, before: Value, value: Value, configured: Value): boolean {
  const { replaces } = attribute;
  if (replaces === false || equal(attributeType(attribute), value, before)) return false;
  if (replaces === "if configured") return configured !== null;
  return replaces === true || replaces(before as never, value as never);
}
