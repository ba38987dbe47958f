import {
  type Attribute,
  bool,
  checkSchema,
  dynamic,
  groupBlock,
  isBlock,
  listBlock,
  listNested,
  mapBlock,
  mapNested,
  number,
  ofType,
  type Schema,
  schemaType,
  setBlock,
  setNested,
  singleBlock,
  singleNested,
  string,
} from "../../../src/framework/schema";
import {
  Dynamic,
  distinctItems,
  type ObjectValue,
  objectValue,
  types,
  UNKNOWN,
  type Value,
} from "../../../src/framework/value";
import type { Random } from "../value/random";

const description = "d";
const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** A schema that the framework can keep, nested at most so deep. */
export function randomSchema(random: Random, depth = 2): Schema {
  const made = ["a", "b", "c", "d"].map((name) => [name, randomAttribute(random, depth)] as const);
  const schema = Object.fromEntries(made);
  const refused = new Set(checkSchema(schema, "resource").map(({ path: [step] }) => nameIn(step)));
  return Object.fromEntries(made.filter(([name]) => !refused.has(name)));
}

function nameIn(step: object | undefined): string {
  return (step as { readonly attribute: string }).attribute;
}

const PRESENCES: readonly [object, ...object[]] = [
  { required: true },
  { optional: true },
  { computed: true },
  { computed: true, stable: true },
  { optional: true, computed: true },
  { optional: true, computed: true, stable: "unless null" },
];

function randomAttribute(random: Random, depth: number): Attribute {
  const replaces = random.pick([false, false, true, "if configured", () => true] as const);
  const options = { description, ...random.pick(PRESENCES), replaces };
  const inner = () => randomSchema(random, depth - 1);
  const flat = [
    () => string({ ...options, ...(random.below(3) === 0 && { equal: sameText }) } as never),
    () => bool({ description, default: random.pick([true, false]) }),
    () => number(options as never),
    () => dynamic(options as never),
    () => string({ description, optional: true, writeOnly: true }),
    () => ofType(types.set(types.string), options as never),
    () => ofType(types.map(types.number), options as never),
  ] as const;
  const deep = [
    () => singleNested(inner() as never, options as never),
    () => listNested(inner() as never, options as never),
    () => setNested(inner() as never, options as never),
    () => mapNested(inner() as never, options as never),
    () => singleBlock(inner() as never, { description }),
    () => groupBlock(inner() as never, { description }),
    () => listBlock(inner() as never, { description }),
    () => setBlock(inner() as never, { description }),
    () => mapBlock(inner() as never, { description }),
  ] as const;
  return random.pick(depth === 0 ? flat : [...flat, ...deep])() as Attribute;
}

/** What a user could write for a schema; unknown values stand for what other resources will give. */
export function randomConfig(random: Random, schema: Schema, mayBeUnknown = true): ObjectValue {
  const setting = (attribute: Attribute) => randomSetting(random, attribute, mayBeUnknown);
  return objectValue(Object.entries(schema).map(([name, attribute]) => [name, setting(attribute)]));
}

function randomSetting(random: Random, attribute: Attribute, mayBeUnknown: boolean): Value {
  if (attribute.presence === "computed") return null;
  if (attribute.presence !== "required" && random.below(3) === 0) return null;
  if (mayBeUnknown && random.below(8) === 0 && !isBlock(attribute)) return unknownOf(random, attribute);
  if (attribute.kind === "typed") return SETTINGS[attribute.type.kind]?.(random) ?? null;
  const { attributes, nesting } = attribute;
  const object = () => randomConfig(random, attributes, mayBeUnknown);
  if (nesting === "single") return object();
  const element = () => {
    const dice = isBlock(attribute) ? 9 : random.below(10);
    if (dice < 2 && mayBeUnknown) return UNKNOWN;
    return dice === 2 ? null : object();
  };
  const some = Array.from({ length: random.below(4) }, element);
  if (nesting === "map") return new Map(some.map((item, index) => [`k${index}`, item]));
  return nesting === "list" ? some : distinctItems(schemaType(attributes), some);
}

/** Of dynamic values the type may be known already. */
function unknownOf(random: Random, attribute: Attribute): Value {
  const dynamicType = attribute.kind === "typed" && attribute.type.kind === "dynamic";
  return dynamicType && random.below(2) === 0 ? new Dynamic(types.number, UNKNOWN) : UNKNOWN;
}

const SETTINGS: { readonly [kind: string]: (random: Random) => Value } = {
  string: (random) => random.pick(["a", "A", "b", ""]),
  bool: (random) => random.pick([true, false]),
  number: (random) => random.pick([0, 1, 2.5]),
  set: (random) => random.pick([[], ["a"], ["a", "b"]]),
  map: (random) => random.pick([new Map(), new Map([["k", 1]])]),
  dynamic: (random) =>
    random.pick([
      new Dynamic(types.string, null),
      new Dynamic(types.string, "a"),
      new Dynamic(types.list(types.bool), [true]),
    ]),
};
