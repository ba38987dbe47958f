// A whole provider for a small API with pages, limits and versions of objects. A test runs Terraform with it.
import {
  action,
  dataSource,
  ephemeralResource,
  isUnknown,
  number,
  parameter,
  provider,
  providerFunction,
  string,
  types,
  url,
} from "tf-provider-framework";
import { book, books } from "./book";
import { ApiError, Library } from "./client";

const statistics = dataSource<Library>()({
  type: "statistics",
  description: "Figures of the library.",
  schema: { books: number({ computed: true, description: "Number of books." }) },
  async read({ client, signal }) {
    let count = 0;
    for await (const _ of client.books(signal)) count += 1;
    return { books: count };
  },
});

const session = ephemeralResource<Library>()({
  type: "session",
  description: "A session that ends with the run.",
  schema: { key: string({ computed: true, sensitive: true, description: "Key of the session." }) },
  async open({ client, signal, private: kept }) {
    const made = await client.send("POST", "/sessions", { signal });
    const { key } = made.body as { key: string };
    kept.set("key", key);
    return { key };
  },
  async close({ client, signal, private: kept }) {
    await client.sendIfThere("DELETE", `/sessions/${kept.get("key")}`, { signal });
  },
});

const reindex = action<Library>()({
  type: "reindex",
  description: "Builds the index of the library anew.",
  schema: {},
  async *invoke({ client, signal }) {
    yield "asked for a new index";
    await client.send("POST", "/index", { signal });
  },
});

const shelf = providerFunction({
  name: "shelf",
  summary: "The shelf of a title.",
  description: "The first letter of a title, in upper case.",
  parameters: { title: parameter(types.string, { description: "Title of the book." }) },
  returns: types.string,
  call: ({ title }) => title.slice(0, 1).toUpperCase(),
});

export const library = provider<Library>()({
  name: "library",
  address: "example/library",
  version: "0.1.0",
  description: "Books of a library.",
  schema: {
    url: string({ required: true, validate: [url()], description: "Address of the API." }),
    token: string({ required: true, sensitive: true, description: "Token of the API." }),
  },
  configure({ config, log }) {
    // While planning, a setting may come from something that does not exist yet: requests then fail.
    const [place, token] = [config.url, config.token].map((value) => (isUnknown(value) ? null : value));
    log.redact(token ?? "");
    return new Library(place ?? "http://unknown.invalid", token ?? "");
  },
  explain(error) {
    if (!(error instanceof ApiError)) return undefined;
    const advice =
      error.status === 401
        ? "Check the token of the provider."
        : "Someone else changed the object: plan again.";
    const known = error.status === 401 || error.status === 412;
    return {
      severity: "error",
      summary: `The library answered ${error.status}`,
      detail: `${error.message}${known ? ` ${advice}` : ""}`,
    };
  },
  resources: [book],
  listResources: [books],
  dataSources: [statistics],
  ephemeralResources: [session],
  actions: [reindex],
  functions: [shelf],
});
