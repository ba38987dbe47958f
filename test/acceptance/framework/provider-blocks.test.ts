import { provider, resource, serveInProcess, string } from "../../../src/framework";
import { Workspace } from "../harness/workspace";

interface Client {
  readonly key: string;
  closed: boolean;
}

const description = "d";
const clients: Client[] = [];
let slow = 0;

const part = resource<Client>()({
  type: "part",
  description,
  schema: {
    name: string({ required: true, description }),
    by: string({ computed: true, stable: true, description }),
  },
  async create({ plan, client }) {
    // Both are created side by side: each waits until the other has begun.
    slow += 1;
    while (slow < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    return { ...plan, by: client.closed ? "a closed client" : client.key };
  },
  read: async ({ state }) => state,
  update: async ({ plan, state }) => ({ ...plan, by: state.by }),
  delete: async () => {},
});

const parts = provider<Client>()({
  name: "parts",
  address: "example/parts",
  version: "0.0.1",
  description,
  schema: { key: string({ optional: true, description }) },
  configure({ config: { key } }) {
    const client = { key: String(key), closed: false };
    clients.push(client);
    return client;
  },
  async close(client) {
    client.closed = true;
  },
  resources: [part],
  dataSources: [],
});

const configuration = `
terraform {
  required_providers {
    parts = {
      source = "example/parts"
    }
  }
}
provider "parts" {
  key = "one"
}
provider "parts" {
  alias = "two"
  key   = "two"
}
resource "parts_part" "a" {
  name = "a"
}
resource "parts_part" "b" {
  provider = parts.two
  name     = "b"
}
`;

test("two provider blocks of one process that serves in-process keep their own clients", async () => {
  const served = await serveInProcess(parts);
  const workspace = await Workspace.open({ TF_REATTACH_PROVIDERS: served.reattach });
  try {
    await workspace.write("main.tf", configuration);
    await workspace.apply();
    const state = await workspace.state();

    expect(state).toMatchObject({ "parts_part.a": { by: "one" }, "parts_part.b": { by: "two" } });
  } finally {
    await workspace.close();
    await served.close();
  }
  expect(clients.length).toBeGreaterThan(1);
  expect(clients.every(({ closed }) => closed)).toBe(true);
});
