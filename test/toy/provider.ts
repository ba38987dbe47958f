import {
  at,
  bool,
  type CheckPlanContext,
  DiagnosticError,
  type Diagnostics,
  ephemeralResource,
  groupBlock,
  isUnknown,
  listBlock,
  listNested,
  mapBlock,
  mapNested,
  number,
  ofType,
  type PlannedOf,
  type Provider,
  parameter,
  provider,
  providerFunction,
  setBlock,
  setNested,
  singleBlock,
  singleNested,
  string,
  types,
  UNKNOWN,
  upgradeFrom,
} from "../../src/framework";
import { dynamic } from "../../src/framework/schema";
import { isMap, isPlainObject } from "../../src/framework/value";
import { COMPUTED, echo, type Toys } from "./echo";

const description = "d";
const id = string({ computed: true, stable: true, description });

const parts = {
  name: string({ required: true, description }),
  size: number({ default: 1, description }),
  note: string({ optional: true, computed: true, description }),
};

const scalars = {
  id,
  text: string({ optional: true, description }),
  whole: number({ optional: true, description }),
  fraction: number({ optional: true, description }),
  yes: bool({ default: true, description }),
};

const collections = {
  id,
  list: ofType(types.list(types.string), { optional: true, description }),
  set: ofType(types.set(types.number), { optional: true, description }),
  map: ofType(types.map(types.bool), { optional: true, description }),
  object: ofType(types.object({ a: types.string, b: types.list(types.number) }), {
    optional: true,
    description,
  }),
  tuple: ofType(types.tuple([types.string, types.bool]), { optional: true, description }),
  objects: ofType(types.set(types.object({ a: types.string })), { optional: true, description }),
};

const nested = {
  id,
  single: singleNested(parts, { optional: true, description }),
  list: listNested(parts, { optional: true, description }),
  set: setNested({ name: parts.name }, { optional: true, description }),
  map: mapNested(
    { ...parts, inner: mapNested(parts, { optional: true, description }) },
    {
      optional: true,
      description,
    },
  ),
};

const anything = { id, value: dynamic({ optional: true, description }) };

const secret = {
  id,
  password: string({ optional: true, writeOnly: true, description }),
  version: number({ optional: true, description }),
};

const blocks = {
  id,
  single: singleBlock(parts, { description }),
  list: listBlock(parts, { description, max: 5 }),
  set: setBlock({ name: parts.name }, { description }),
  map: mapBlock({ ...parts, inner: listBlock({ name: parts.name }, { description }) }, { description }),
  group: groupBlock({ note: parts.note }, { description }),
};

/** The same object in two versions of its schema: a list of names became a map. */
const first = {
  id,
  names: ofType(types.list(types.string), { optional: true, nullElements: false, description }),
};
const second = { id, names: ofType(types.map(types.string), { optional: true, description }) };

/** A ticket: open for the time of one run, renewed while the run lasts, and given back. */
const ticket = ephemeralResource<Toys>()({
  type: "ticket",
  description: "Shows something open.",
  schema: {
    holder: string({ required: true, description }),
    code: string({ computed: true, sensitive: true, description }),
  },
  async open({ config, client, renewAt, private: kept }) {
    const code = `example-code-for-${config.holder}`;
    kept.set("code", code);
    client.set("ticket", "open");
    renewAt(new Date(Date.now() + 200));
    return { ...config, code };
  },
  async renew({ client, private: kept }) {
    client.set("renewed", String(kept.get("code")));
  },
  async close({ client, private: kept }) {
    client.delete("ticket");
    client.set("given back", String(kept.get("code")));
  },
});

const join = providerFunction({
  name: "join",
  summary: "Joins texts.",
  description: "Shows arguments of all sorts.",
  parameters: {
    separator: parameter(types.string, { nullable: true, description }),
    first: parameter(types.string, { unknown: true, description }),
  },
  variadic: { name: "more", parameter: parameter(types.string, { description }) },
  returns: types.string,
  call({ separator, first: head }, more) {
    if (separator === "") throw new DiagnosticError("Empty separator", "It would be lost.", "separator");
    return [isUnknown(head) ? "?" : head, ...more].join(separator ?? "-");
  },
});

const checked = { id, text: string({ required: true, replaces: true, description }) };

/** Looks at the world before anything is applied; text that begins with "taken" is refused. */
const checkPlan = (async ({ plan, prior, replaces, client, diagnostics }) => {
  await new Promise((resolve) => setTimeout(resolve, 1));
  const texts = [prior, plan].map((object) => (isPlainObject(object) ? object["text"] : null));
  client.set("last check", [...texts, replaces]);
  const [, text] = texts;
  if (typeof text === "string" && text.startsWith("taken")) {
    diagnostics.error("Text is taken", `${text} belongs to somebody else.`, "text");
  }
}) satisfies (context: CheckPlanContext<Toys, typeof checked>) => Promise<void>;

const oldName = string({ optional: true, deprecated: "Use name.", description });

const old = {
  id,
  name: string({ optional: true, description }),
  old_name: oldName,
  part: singleNested(
    { old_size: number({ optional: true, deprecated: "It is 1.", description }) },
    { optional: true, description },
  ),
  rule: listBlock({ old_name: oldName }, { description }),
};

const keyed = { id, entries: ofType(types.map(types.string), { optional: true, description }) };
type Entries = Partial<Record<"config" | "plan" | "state", Keyed | null>> & {
  readonly diagnostics: Diagnostics;
};
type Keyed = PlannedOf<typeof keyed>;

/** Warns of every entry, at its place. */
function warnOfEntries(during: string) {
  return ({ config, plan, state, diagnostics }: Entries): Keyed | null => {
    const object = plan ?? state ?? config ?? null;
    const entries = object?.entries;
    for (const key of isMap(entries) ? entries.keys() : []) {
      diagnostics.warning(`Entry in ${during}`, `It is there.`, [...at("entries"), { key }]);
    }
    return object;
  };
}

const mistaken = { id, how: string({ required: true, description }) };

/** What an author returns by mistake, by the name of the mistake. */
const MISTAKES: Readonly<Record<string, (how: string) => unknown>> = {
  "wrong type": (how) => ({ id: 7, how }),
  "missing attribute": (how) => ({ how }),
  "left unknown": (how) => ({ id: UNKNOWN, how }),
  "null for create": () => null,
  "another value than planned": () => ({ id: COMPUTED, how: "otherwise" }),
  thrown: () => {
    throw new Error("the author forgot something");
  },
  rejected: () => Promise.reject("a text, not an error"),
};

/** A provider with one resource for each feature of the framework; it keeps what it is told in memory. */
export function toyProvider(world: Toys, { version = 1 } = {}): Provider {
  return provider<Toys>()({
    name: "toy",
    address: "example/toy",
    version: "0.0.1",
    description: "Shows what the framework can do.",
    schema: {},
    configure: () => world,
    resources: [
      echo("scalars", scalars, {
        importState: (({ id: text }: { id: string }) => ({ id: COMPUTED, text, yes: true })) as never,
      }),
      echo("collections", collections),
      echo("nested", nested),
      echo("dynamic", anything),
      echo("secret", secret),
      echo("blocks", blocks),
      echo("mistaken", mistaken, {
        create: (async ({ plan }: { plan: { how: string } }) => {
          const make = MISTAKES[plan.how];
          return make === undefined ? { ...plan, id: COMPUTED } : await make(plan.how);
        }) as never,
      }),
      echo("checked", checked, { checkPlan }),
      echo("keyed", keyed, {
        validate: warnOfEntries("validate") as never,
        modifyPlan: warnOfEntries("plan") as never,
        checkPlan: (async (context: Entries) => void warnOfEntries("check")(context)) as never,
        create: (async (context: Entries) => ({
          ...warnOfEntries("create")(context),
          id: COMPUTED,
        })) as never,
        read: (async (context: Entries) => warnOfEntries("read")(context)) as never,
      }),
      echo("old", old, { deprecated: "Use toy_scalars." }),
      echo("versioned", version === 0 ? first : second, {
        version,
        ...(version > 0 && {
          upgrades: {
            0: upgradeFrom(first, ({ names, ...rest }) => ({
              ...rest,
              names: names === null ? null : new Map(names.map((name) => [name.toLowerCase(), name])),
            })) as never,
          },
        }),
      }),
    ],
    dataSources: [],
    ephemeralResources: [ticket],
    functions: [join],
  });
}
