// Parts of providers that docs/framework shows one by one. Compiled by a test, never run.
import { readFile, writeFile } from "node:fs/promises";
import {
  at,
  between,
  customType,
  DiagnosticError,
  exactlyOneOf,
  fillUnknowns,
  isUnknown,
  json,
  listBlock,
  mapNested,
  number,
  ofType,
  oneOf,
  type Provider,
  provider,
  resource,
  serveInProcess,
  singleNested,
  string,
  timeouts,
  types,
  UNKNOWN,
  upgradeFrom,
} from "tf-provider-framework";
import type { Notes } from "./note";

declare const notes: Provider;

const description = "…";

export const serverSchema = {
  size: number({ default: 1, validate: [between(1, 64)], description: "Number of processors." }),
  protocol: string({ required: true, validate: [oneOf("tcp", "udp")], description: "Protocol." }),
  tags: ofType(types.map(types.string), { optional: true, nullElements: false, description: "Labels." }),
  disk: singleNested(
    {
      gigabytes: number({ required: true, description: "Size of the disk." }),
      kind: string({ default: "ssd", description: "Kind of the disk." }),
    },
    { default: { gigabytes: 10, kind: "ssd" }, description: "The disk." },
  ),
  volumes: mapNested(
    {
      gigabytes: number({ required: true, description: "Size of the volume." }),
      id: string({ computed: true, stable: true, description: "Id of the volume." }),
    },
    { optional: true, description: "Volumes by name." },
  ),
  rule: listBlock(
    { port: number({ required: true, description: "Port." }) },
    { max: 10, description: "A rule of the firewall, written as a block." },
  ),
  timeouts: timeouts({ create: "10m", plan: "1m" }),
  id: string({ computed: true, stable: true, description: "Id of the server." }),
};

/** JSON whose layout does not matter. */
const jsonText = customType(types.string, {
  equal: (a, b) => JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b)),
  validate: [json],
});

export const policySchema = {
  policy: jsonText({ required: true, description: "What is allowed." }),
  exceptions: jsonText({ optional: true, description: "What is forbidden again." }),
};

export const pictureSchema = {
  file: string({ optional: true, description: "File of the picture." }),
  url: string({ optional: true, description: "Address of the picture." }),
};

const unused = async (): Promise<never> => Promise.reject(new Error("not shown"));
const operations = { create: unused, read: unused, update: unused, delete: unused };

export const picture = resource<null>()({
  type: "picture",
  description: "A picture.",
  schema: pictureSchema,
  validate: exactlyOneOf("file", "url"),
  ...operations,
});

const oldSchema = {
  title: string({ required: true, description }),
  body: string({ required: true, description }),
};

export const titled = resource<Notes>()({
  type: "titled",
  description,
  schema: {
    name: string({ required: true, description }),
    text: string({ required: true, description }),
    slug: string({ computed: true, description }),
    id: string({ computed: true, stable: true, description }),
  },
  version: 1,
  upgrades: { 0: upgradeFrom(oldSchema, (old) => ({ name: old.title, text: old.body })) },
  modifyPlan({ plan }) {
    return { ...plan, slug: isUnknown(plan.name) ? UNKNOWN : (plan.name?.toLowerCase() ?? null) };
  },
  async checkPlan({ prior, plan, client, diagnostics }) {
    if (plan === null || prior !== null || isUnknown(plan.name) || plan.name === null) return;
    const text = await readFile(client.fileOf(plan.name), "utf8").catch(() => null);
    if (text !== null) diagnostics.error("Note exists already", "Import it, or take another name.", "name");
  },
  async create({ plan, client, save, signal, log }) {
    const id = client.fileOf(plan.name);
    const state = fillUnknowns(plan, { id, slug: plan.name.toLowerCase() });
    await writeFile(id, plan.text, { signal });
    save(state);
    log.info("note written", { fields: { id } });
    return state;
  },
  read: unused,
  update: unused,
  delete: unused,
});

/** What an API answered. */
class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export const explained = provider<null>()({
  name: "example",
  address: "example/example",
  version: "0.1.0",
  description,
  schema: {},
  configure: () => null,
  explain(error) {
    if (!(error instanceof ApiError)) return undefined;
    const advice = error.status === 401 ? "Check the token of the provider." : "Try again later.";
    return {
      severity: "error",
      summary: `The API answered ${error.status}`,
      detail: `${error.message} ${advice}`,
    };
  },
  resources: [],
  dataSources: [],
});

export function refuse(key: string): never {
  throw new DiagnosticError("Port in use", "Another rule has this port. Take another one.", [
    ...at("rules"),
    { key },
    ...at("port"),
  ]);
}

export async function debug(): Promise<void> {
  const server = await serveInProcess(notes);
  process.stdout.write(`export TF_REATTACH_PROVIDERS='${server.reattach}'\n`);
}
