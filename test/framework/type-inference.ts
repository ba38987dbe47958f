// Held by the compiler alone: what it infers from schemas and parameters, and what it refuses. Nothing here is run.
import {
  at,
  bool,
  customType,
  type Dynamic,
  dataSource,
  dynamic,
  ephemeralResource,
  groupBlock,
  isUnknown,
  lengthBetween,
  listBlock,
  listNested,
  mapBlock,
  mapNested,
  type NumberValue,
  number,
  ofType,
  oneOf,
  type PlannedOf,
  parameter,
  providerFunction,
  resource,
  type StateOf,
  setBlock,
  setNested,
  singleBlock,
  singleNested,
  string,
  timeouts,
  types,
  type UncertainOf,
  type Unknown,
  upgradeFrom,
} from "../../src/framework";
import { operationContext } from "../../src/framework/testing";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Takes no other type than `true`. */
function holds<_ extends true>(): void {}

const description = "d";
const required = { description, required: true } as const;
const optional = { description, optional: true } as const;
const computed = { description, computed: true } as const;

const schema = {
  name: string(required),
  note: string(optional),
  on: bool({ description, default: true }),
  size: number({ description, optional: true, computed: true }),
  id: string(computed),
  any: dynamic(optional),
  tags: ofType(types.map(types.list(types.string)), required),
  pair: ofType(types.tuple([types.string, types.bool]), required),
  many: mapNested({ client: string(required), etag: string(computed) }, required),
  timeouts: timeouts({ create: "1m" }),
};
type State = StateOf<typeof schema>;
type Planned = PlannedOf<typeof schema>;
type Config = UncertainOf<typeof schema>;

// A state is known; what need not be there may be null.
holds<Same<State["name"], string>>();
holds<Same<State["note"], string | null>>();
holds<Same<State["on"], boolean | null>>();
holds<Same<State["size"], NumberValue | null>>();
holds<Same<State["id"], string | null>>();
holds<Same<State["any"], Dynamic | null>>();
holds<Same<State["tags"], ReadonlyMap<string, readonly (string | null)[] | null>>>();
holds<Same<State["pair"], readonly [string | null, boolean | null]>>();
holds<Same<State["timeouts"], { readonly create: string | null } | null>>();
holds<Same<NonNullable<ReturnType<State["many"]["get"]>>["etag"], string | null>>();

// At apply, what the user wrote is known, what the provider computes may not be, in nested objects too.
holds<Same<Planned["name"], string>>();
holds<Same<Planned["note"], string | null>>();
holds<Same<Planned["on"], boolean>>();
holds<Same<Planned["size"], NumberValue | null | Unknown>>();
holds<Same<Planned["id"], string | null | Unknown>>();
holds<Same<NonNullable<ReturnType<Planned["many"]["get"]>>["client"], string>>();
holds<Same<NonNullable<ReturnType<Planned["many"]["get"]>>["etag"], string | null | Unknown>>();

// Before, anything may be unknown, at any depth.
type Known<T> = Exclude<T, Unknown | null>;
type ManyConfig = Known<NonNullable<ReturnType<Known<Config["many"]>["get"]>>>;
holds<Same<Config["name"], string | null | Unknown>>();
holds<Same<ManyConfig["client"], string | null | Unknown>>();
holds<
  Same<Known<Config["tags"]>, ReadonlyMap<string, readonly (string | null | Unknown)[] | null | Unknown>>
>();
holds<Same<Known<Config["pair"]>, readonly [string | Unknown | null, boolean | Unknown | null]>>();

// Blocks are never null where core has an empty value for none.
const inner = { a: string(required) };
const blocks = {
  one: singleBlock(inner, { description }),
  needed: singleBlock(inner, { description, required: true }),
  group: groupBlock(inner, { description }),
  list: listBlock(inner, { description }),
  set: setBlock(inner, { description }),
  map: mapBlock(inner, { description }),
  list_attribute: listNested(inner, optional),
  set_attribute: setNested(inner, required),
};
type Blocks = StateOf<typeof blocks>;
holds<Same<Blocks["one"], StateOf<typeof inner> | null>>();
holds<Same<Blocks["needed"], StateOf<typeof inner>>>();
holds<Same<Blocks["group"], StateOf<typeof inner>>>();
holds<Same<Blocks["list"], readonly StateOf<typeof inner>[]>>();
holds<Same<Blocks["set"], readonly StateOf<typeof inner>[]>>();
holds<Same<Blocks["map"], ReadonlyMap<string, StateOf<typeof inner>>>>();
holds<Same<Blocks["list_attribute"], readonly (StateOf<typeof inner> | null)[] | null>>();
holds<Same<Blocks["set_attribute"], readonly (StateOf<typeof inner> | null)[]>>();

// Elements may be null, unless the author refuses that or only the provider makes them.
const elements = {
  filled: ofType(types.map(types.list(types.string)), { ...required, nullElements: false }),
  found: ofType(types.list(types.string), { description, computed: true }),
  chosen: ofType(types.list(types.string), { description, optional: true, computed: true }),
  objects: mapNested(inner, { ...required, nullElements: false }),
  made: listNested(inner, { description, computed: true }),
};
type Elements = StateOf<typeof elements>;
holds<Same<Elements["filled"], ReadonlyMap<string, readonly string[]>>>();
holds<Same<Elements["found"], readonly string[] | null>>();
holds<Same<Elements["chosen"], readonly (string | null)[] | null>>();
holds<Same<Elements["objects"], ReadonlyMap<string, StateOf<typeof inner>>>>();
holds<Same<PlannedOf<typeof elements>["objects"], ReadonlyMap<string, PlannedOf<typeof inner>>>>();
holds<Same<Elements["made"], readonly StateOf<typeof inner>[] | null>>();

// A validator sees known values, one that is partial what is there.
ofType(types.list(types.string), {
  ...optional,
  validate: [
    (value) => {
      holds<Same<typeof value, readonly (string | null)[]>>();
      return undefined;
    },
    {
      partial: true,
      check(value) {
        holds<Same<typeof value, readonly (string | null | Unknown)[]>>();
        return undefined;
      },
    },
  ],
});

// @ts-expect-error a default is of the attribute's type
string({ description, default: 1 });
// @ts-expect-error a validator looks at the attribute's type
string({ description, validate: [(value: number) => (value > 0 ? undefined : "is small.")] });
// @ts-expect-error an attribute is described
string({ optional: true });
// @ts-expect-error a misspelt member is not passed over
string({ description, optional: true, senstive: true });
// @ts-expect-error nor is one of nested attributes
mapNested(inner, { description, optinal: true });
// @ts-expect-error a default has every attribute
singleNested(inner, { ...optional, default: {} });
singleNested(inner, { ...optional, default: { a: "a" } });
// @ts-expect-error only values of one type can mean the same
number({ ...optional, equal: (a: string, b: string) => a === b });
// @ts-expect-error a block is not computed
listBlock(inner, { description, computed: true });
// Attributes in a set cannot be matched to earlier ones.
// @ts-expect-error nothing in a set is computed
setNested({ a: string(computed) }, required);
// @ts-expect-error nor has a default
setBlock({ a: string({ description, default: "x" }) }, { description });
setNested({ a: string(computed) }, { description, computed: true });

// A validator that leaves few values shows them to the compiler, and a type of an author's own keeps that.
const narrow = {
  kind: string({ ...required, validate: [oneOf("tcp", "udp")] }),
  mode: string({ description, default: "a", validate: [oneOf("a", "b"), lengthBetween(1, 1)] }),
  policy: customType(types.string, { equal: (a, b) => a.trim() === b.trim() })(required),
};
holds<Same<StateOf<typeof narrow>["kind"], "tcp" | "udp">>();
holds<Same<PlannedOf<typeof narrow>["mode"], "a" | "b">>();
holds<Same<StateOf<typeof narrow>["policy"], string>>();

// A nested object can have a default.
const limits = { limit: singleNested({ a: number(optional) }, { description, default: { a: 1 } }) };
holds<Same<PlannedOf<typeof limits>["limit"], { readonly a: NumberValue | null }>>();

// A rule for replacement sees known values; one that is partial sees what is there.
ofType(types.list(types.string), {
  ...optional,
  replaces: (before, after) => {
    holds<Same<typeof after, readonly (string | null)[] | null>>();
    return before !== null;
  },
});
ofType(types.list(types.string), {
  ...optional,
  replaces: {
    partial: true,
    when(_before, after) {
      holds<Same<typeof after, readonly (string | null | Unknown)[] | null | Unknown>>();
      return false;
    },
  },
});

// @ts-expect-error "always" is no rule for replacement
string({ ...optional, replaces: "always" });
string({ ...optional, replaces: (before, after) => before !== null && !isUnknown(after) && after !== "" });
string({ ...optional, computed: true, stable: "unless null", equal: (a, b) => a.trim() === b.trim() });

interface Client {
  get(id: string): Promise<string>;
}

const small = { name: string(required), id: string(computed) };
resource<Client>()({
  type: "small",
  description,
  version: 1,
  schema: small,
  upgrades: {
    0: upgradeFrom({ title: string(required) }, ({ title }) => ({ name: title })),
    // @ts-expect-error an upgrade leads to the present schema
    1: upgradeFrom({ title: string(required) }, ({ title }) => ({ title })),
  },
  modifyPlan({ plan, config, state, replace }) {
    // @ts-expect-error a planned value may be unknown
    plan.name?.length;
    // @ts-expect-error a configured value may be unknown
    config.name?.length;
    // @ts-expect-error there is no state before a create
    state.id;
    replace(at("name"));
    return { ...plan, id: isUnknown(config.name) ? plan.id : config.name };
  },
  async create({ plan, client }) {
    // @ts-expect-error what is computed may be unknown
    await client.get(plan.id);
    // @ts-expect-error this client cannot delete
    client.delete;
    return { ...plan, id: await client.get(plan.name) };
  },
  async read({ state, private: own }) {
    own.set("seen", true);
    // @ts-expect-error the schema has no such attribute
    state.colour;
    return state.id === null ? null : state;
  },
  // @ts-expect-error a state has every attribute
  async update({ plan }) {
    return { name: plan.name };
  },
  async delete({ state }) {
    state.name.length;
  },
  // @ts-expect-error what is planned may be unknown, a state is not
  importState: ({ id }): PlannedOf<typeof small> => ({ name: id, id: null }),
});

const imported = { type: "small", description, schema: small } as const;
const operations = {
  create: async () => ({ name: "a", id: "1" }),
  read: async () => null,
  update: async () => ({ name: "a", id: "1" }),
  delete: async () => {},
};
// A test calls the functions of a resource with their types.
const callable = resource<Client>()({ ...imported, ...operations, importState: ({ id }) => ({ id }) });
holds<Same<Awaited<ReturnType<(typeof callable)["create"]>>, StateOf<typeof small>>>();
void callable.read({ ...operationContext<Client>({ get: async () => "" }), state: { name: "a", id: null } });

// What an import leaves out is null, and a required attribute may be null too.
resource<Client>()({ ...imported, ...operations, importState: ({ id }) => ({ id }) });
resource<Client>()({ ...imported, ...operations, importState: async ({ id }) => ({ id, name: null }) });
// @ts-expect-error an id is a text
resource<Client>()({ ...imported, ...operations, importState: () => ({ id: 1 }) });

dataSource<Client>()({
  type: "small",
  description,
  schema: small,
  // @ts-expect-error an id is a text
  read: async ({ config }) => ({ ...config, id: 1 }),
});

ephemeralResource<Client>()({
  type: "token",
  description,
  schema: small,
  async open({ config, client, renewAt }) {
    renewAt(new Date(0));
    // @ts-expect-error a time is a Date
    renewAt(0);
    return { ...config, id: await client.get(config.name) };
  },
  renew: async ({ renewAt }) => renewAt(new Date(0)),
  close: async ({ private: own }) => void own.get("lease"),
});

providerFunction({
  name: "join",
  summary: "s",
  description,
  parameters: {
    plain: parameter(types.string, { description }),
    nullable: parameter(types.string, { description, nullable: true }),
    open: parameter(types.number, { description, unknown: true }),
    list: parameter(types.list(types.bool), { description }),
  },
  variadic: { name: "more", parameter: parameter(types.number, { description }) },
  returns: types.string,
  call(args, more) {
    holds<Same<typeof args.plain, string>>();
    holds<Same<typeof args.nullable, string | null>>();
    holds<Same<typeof args.open, NumberValue | Unknown>>();
    holds<Same<typeof args.list, readonly (boolean | null)[]>>();
    holds<Same<typeof more, readonly NumberValue[]>>();
    // @ts-expect-error there is no such parameter
    args.other;
    return args.plain;
  },
});

providerFunction({
  name: "one",
  summary: "s",
  description,
  parameters: {},
  returns: types.string,
  // @ts-expect-error a result is of the type that is returned
  call: () => 1,
});

// An identity has attributes of the schema; an import must give the required ones.
resource<null>()({
  type: "named",
  description,
  schema,
  identity: { name: "required", note: "optional" },
  importId: (id) => ({ name: id, note: null }),
  importState({ identity }) {
    holds<Same<typeof identity, { readonly name: string; readonly note: string | null } | null>>();
    return identity ?? {};
  },
  create: never,
  read: never,
  update: never,
  delete: never,
});
resource<null>()({
  type: "misnamed",
  description,
  schema,
  // @ts-expect-error the schema has no such attribute
  identity: { title: "required" },
  create: never,
  read: never,
  update: never,
  delete: never,
});

async function never(): Promise<never> {
  throw new Error();
}
