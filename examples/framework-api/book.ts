import {
  atLeast,
  DiagnosticError,
  fillUnknowns,
  lengthBetween,
  listResource,
  number,
  resource,
  string,
  timeouts,
  upgradeFrom,
} from "tf-provider-framework";
import type { Book, Library } from "./client";

const description = "Name of the book.";

/** A book of the library. */
export const book = resource<Library>()({
  type: "book",
  description: "A book of the library.",
  version: 1,
  schema: {
    title: string({ required: true, validate: [lengthBetween(1, 200)], description: "Title of the book." }),
    pages: number({ optional: true, validate: [atLeast(1)], description: "Number of pages." }),
    id: string({ computed: true, stable: true, description: "Id of the book." }),
    timeouts: timeouts({ create: "1m", read: "1m", update: "1m", delete: "1m" }),
  },
  upgrades: {
    0: upgradeFrom(
      { name: string({ required: true, description }), id: string({ computed: true, description }) },
      (old) => ({ title: old.name, id: old.id }),
    ),
  },
  identity: { id: "required" },
  importId: (id) => ({ id }),
  async create({ plan, client, signal, private: kept }) {
    const made = await client.send("POST", "/books", {
      signal,
      body: { title: plan.title, pages: plan.pages },
    });
    kept.set("etag", made.etag);
    return fillUnknowns(plan, { id: (made.body as Book).id });
  },
  async read({ state, client, signal, private: kept }) {
    const found = await client.sendIfThere("GET", `/books/${state.id}`, { signal });
    if (found === null) return null;
    const { title, pages } = found.body as Book;
    kept.set("etag", found.etag);
    return { ...state, title, pages };
  },
  async update({ plan, state, client, signal, private: kept }) {
    const etag = kept.get("etag");
    const body = { title: plan.title, pages: plan.pages };
    const ifMatch = typeof etag === "string" ? { ifMatch: etag } : {};
    const changed = await client.sendIfThere("PUT", `/books/${state.id}`, { signal, body, ...ifMatch });
    if (changed === null) {
      throw new DiagnosticError(
        "Book is gone",
        "Someone removed it after the plan. Plan again to create it.",
      );
    }
    kept.set("etag", changed.etag);
    return { ...plan, id: state.id };
  },
  async delete({ state, client, signal }) {
    await client.sendIfThere("DELETE", `/books/${state.id}`, { signal });
  },
});

/** The books for `terraform query`. */
export const books = listResource<Library>()({
  resource: book,
  description: "Books of the library.",
  schema: {},
  async *list({ client, signal }) {
    for await (const { id, title, pages } of client.books(signal)) {
      yield { displayName: title, object: { id, title, pages } };
    }
  },
});
