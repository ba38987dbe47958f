import { type BuiltSchema, isUnknown, type Resource, resource } from "../../src/framework";
import { Dynamic, isMap, isPlainObject, objectValue, type Value } from "../../src/framework/value";

/** What a computed value of the toy provider turns out to be: every one of them is a string. */
export const COMPUTED = "computed by the toy";

/** What the toy's resources share: the world that they write to, by resource type. */
export type Toys = Map<string, Value>;

/** A resource that is as it was configured; what is computed in it becomes known by being created. */
export function echo<const S extends BuiltSchema>(
  type: string,
  schema: S,
  change: Partial<Parameters<ReturnType<typeof resource<Toys>>>[0]> = {},
): Resource<Toys> {
  const write = async ({ plan, config, client }: { plan: Value; config: Value; client: Toys }) => {
    client.set(type, config);
    return known(plan) as never;
  };
  return resource<Toys>()({
    type,
    description: `Shows ${type}.`,
    schema,
    create: write as never,
    read: async ({ state }) => state,
    update: write as never,
    delete: async ({ client }) => void client.delete(type),
    ...(change as object),
  });
}

/** A value in which nothing is unknown any more. */
function known(value: Value): Value {
  if (isUnknown(value)) return COMPUTED;
  if (value instanceof Dynamic) return new Dynamic(value.type, known(value.value));
  if (Array.isArray(value)) return (value as readonly Value[]).map(known);
  if (isMap(value)) return new Map([...value].map(([key, item]) => [key, known(item)]));
  if (!isPlainObject(value)) return value;
  return objectValue(Object.entries(value).map(([name, item]) => [name, known(item)]));
}
