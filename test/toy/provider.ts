import {
  bool,
  listNested,
  mapNested,
  number,
  ofType,
  type Provider,
  provider,
  setNested,
  singleNested,
  string,
  types,
} from "../../src/framework";
import { dynamic } from "../../src/framework/schema";
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

/** A provider with one resource for each feature of the framework; it keeps what it is told in memory. */
export function toyProvider(world: Toys): Provider {
  return provider<Toys>()({
    name: "toy",
    address: "example/toy",
    version: "0.0.1",
    description: "Shows what the framework can do.",
    schema: {},
    configure: () => world,
    resources: [
      echo("scalars", scalars, {
        importState: (({ id: given }: { id: string }) => ({
          ...{ id: COMPUTED, text: given, whole: null, fraction: null, yes: true },
        })) as never,
      }),
      echo("collections", collections),
      echo("nested", nested),
      echo("dynamic", anything),
      echo("secret", secret),
    ],
    dataSources: [],
  });
}
