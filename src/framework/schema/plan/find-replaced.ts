import {
  entriesOf,
  equal,
  formatPath,
  isUnknown,
  isWhollyKnown,
  type ObjectValue,
  type Path,
  type Value,
} from "../../value/index";
import { anywhere } from "../describe/anywhere";
import type { Attribute, NestedAttribute, Schema } from "../describe/attribute";
import { type Configured, configuredSetting, memberOf } from "../describe/configured";
import { configuredAt, nestedElementAt, nestedElements } from "../describe/nested";
import { attributeType } from "../describe/schema-type";

const hasReplacing = anywhere((attribute) => attribute.replaces !== false);

/**
 * The attributes whose planned change requires a new object. A create replaces nothing.
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

/** Prior and planned object in one place. Null means no object, and then every attribute of the other one changes. */
interface Level {
  readonly prior: Value;
  readonly planned: Value;
  readonly config: Configured;
}

function replacedIn(schema: Schema, { prior, planned, config }: Level, path: Path): readonly Path[] {
  if (!hasReplacing(schema)) return [];
  return entriesOf(schema).flatMap(([name, attribute]) => {
    const here = [...path, { attribute: name }];
    const [before, value] = [memberOf(prior, name), memberOf(planned, name)];
    const configured = configuredSetting(config, name, attribute);
    const own = isReplaced(attribute, before, value, configured) ? [here] : [];
    if (attribute.kind === "typed" || isUnknown(value)) return own;
    const inner = stepsOf(attribute, before, value).flatMap((step) =>
      replacedIn(
        attribute.attributes,
        {
          prior: nestedElementAt(before, step),
          planned: nestedElementAt(value, step),
          config: configuredAt(configured, step),
        },
        [...here, ...step],
      ),
    );
    return [...own, ...inner];
  });
}

/** The steps to all elements of two values of a nested attribute, including those in only one of them. */
function stepsOf(attribute: NestedAttribute, before: Value, value: Value): readonly Path[] {
  const paths = [value, before].flatMap((one) => nestedElements(attribute, one).map(({ path }) => path));
  return [...new Map(paths.map((path) => [formatPath(path), path])).values()];
}

function isReplaced(attribute: Attribute, before: Value, value: Value, configured: Value): boolean {
  const { replaces } = attribute;
  if (replaces === false || equal(attributeType(attribute), value, before)) return false;
  if (replaces === "if configured") return configured !== null;
  if (replaces === true) return true;
  if (typeof replaces === "object") return replaces.when(before as never, value as never);
  return !isWhollyKnown(value) || replaces(before as never, value as never);
}
