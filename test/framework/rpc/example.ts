import { type Provider, provider } from "../../../src/framework/define/provider";
import { type Resource, type ResourceDefinition, resource } from "../../../src/framework/define/resource";
import { bool, type StateOf, string, timeouts } from "../../../src/framework/schema";

const description = "d";

/** Schema of a resource with one attribute of each sort. */
export const doorSchema = {
  name: string({ description, required: true, replaces: true }),
  open: bool({ description, default: true }),
  note: string({ description, optional: true }),
  code: string({ description, optional: true, sensitive: true }),
  token: string({ description, optional: true, writeOnly: true }),
  id: string({ description, computed: true, stable: true }),
  changed: string({ description, computed: true }),
  timeouts: timeouts({ create: "10m", read: "10m", update: "10m", delete: "10m" }),
};

/** The state of a door. */
export type Door = StateOf<typeof doorSchema>;
/** What is configured for every door here. */
export const CLIENT = { name: "client" };
type Client = typeof CLIENT;

/** What may name a door. */
export const doorIdentity = { name: "required", note: "optional" } as const;

type DoorDefinition = ResourceDefinition<Client, typeof doorSchema, typeof doorIdentity>;

/** A door that works; single operations can be given other behaviour. */
export function door(change: Partial<DoorDefinition> = {}): Resource<Client> {
  return resource<Client>()({
    type: "door",
    description,
    schema: doorSchema,
    create: async ({ plan }) => ({ ...plan, id: "1", changed: "created" }) as Door,
    read: async ({ state }) => state,
    update: async ({ plan }) => ({ ...plan, changed: "updated" }) as Door,
    delete: async () => undefined,
    ...change,
  } as DoorDefinition);
}

/** A provider with one door; `change` gives its operations other behaviour. */
export function house(change: Partial<DoorDefinition> = {}, own: Partial<Provider> = {}): Provider {
  const built = provider<Client>()({
    name: "house",
    address: "example/house",
    version: "1.2.3",
    description: "A house.",
    schema: {
      street: string({
        description,
        optional: true,
        validate: [(value) => (value === "" ? "is empty." : undefined)],
      }),
      key: string({ description, optional: true, sensitive: true }),
    },
    configure: () => CLIENT,
    resources: [door(change)],
    dataSources: [],
  });
  return { ...built, ...own };
}
