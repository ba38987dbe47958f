import { type NumberValue, number, provider, resource, string } from "../../../src/framework";
import { testProvider } from "../../../src/framework/testing";
import { terraformBinary } from "../harness/terraform";

interface Shelf {
  readonly books: Map<string, { title: string; pages: NumberValue | null }>;
}

const bookSchema = {
  title: string({ required: true, description: "Title of the book." }),
  pages: number({ optional: true, description: "How many pages it has." }),
  id: string({ computed: true, stable: true, description: "Number of the book." }),
};

/** Books on a shelf in memory. `edit` changes what a read finds. */
function library(shelf: Shelf, edit: Partial<{ pages: number }> = {}) {
  const book = resource<Shelf>()({
    type: "book",
    description: "A book.",
    schema: bookSchema,
    async create({ plan, client }) {
      if (plan.title === "") throw new Error("A book without a title.");
      const id = String(client.books.size + 1);
      client.books.set(id, { title: plan.title, pages: plan.pages });
      return { ...plan, id };
    },
    async read({ state, client }) {
      const found = client.books.get(state.id ?? "");
      return found === undefined ? null : { ...found, ...edit, id: state.id };
    },
    async update({ plan, state, client }) {
      client.books.set(state.id ?? "", { title: plan.title, pages: plan.pages });
      return { ...plan, id: state.id };
    },
    async delete({ state, client }) {
      client.books.delete(state.id ?? "");
    },
    importState: async ({ id }) => ({ id }) as never,
  });
  return provider<Shelf>()({
    name: "library",
    address: "example/library",
    version: "0.1.0",
    description: "Books.",
    schema: {},
    configure: () => shelf,
    resources: [book],
    dataSources: [],
  });
}

const binary = terraformBinary;
const book = (body: string) => `resource "library_book" "it" {\n${body}\n}\n`;
const it = "library_book.it";

test("steps create, look, change, verify an import, expect errors, and clear up", async () => {
  const shelf: Shelf = { books: new Map() };
  const seen: unknown[] = [];

  await testProvider(library(shelf), {
    binary,
    steps: [
      {
        config: book('title = "Examples"'),
        plan: { [it]: "create" },
        state: { [it]: { id: "1", pages: null } },
      },
      { plan: "empty", importVerify: { [it]: ({ id }) => String(id) } },
      {
        config: book('title = "More"\n  pages = 7'),
        plan: { [it]: "update" },
        check: ({ state }) => void seen.push(state.get(it)),
      },
    ],
  });

  expect(seen).toEqual([{ id: "1", pages: 7, title: "More" }]);
  expect(shelf.books.size).toBe(0);
});

test.each([
  ["a plan that shows something else", { plan: "empty" }, /Step 1: .*create of library_book.it/],
  [
    "a state that is different",
    { state: { [it]: { title: "Other" } } },
    /library_book.it.title.*"Other".*"Examples"/,
  ],
  ["an object that is not there", { state: { "library_book.other": {} } }, /no library_book.other/],
  ["an error that does not come", { error: /example/ }, /none/],
] as const)("%s fails the test and clears up", async (_, step, message) => {
  const shelf: Shelf = { books: new Map() };

  const run = testProvider(library(shelf), {
    binary,
    steps: [{ config: book('title = "Examples"'), ...step }],
  });

  await expect(run).rejects.toThrow(message);
  expect(shelf.books.size).toBe(0);
});

test("an error that is expected passes, and a plan that is not empty after the apply fails", async () => {
  await testProvider(library({ books: new Map() }), {
    binary,
    steps: [{ config: book('title = ""'), error: /without a title/ }],
  });

  const drifting = testProvider(library({ books: new Map() }, { pages: 3 }), {
    binary,
    steps: [{ config: book('title = "Examples"') }],
  });
  await expect(drifting).rejects.toThrow(/after the apply .*update/);
});

test("an import that is refused can be expected", async () => {
  const refusing = { config: book('title = "Examples"'), import: { [it]: "7" }, error: /non-existent/ };

  await testProvider(library({ books: new Map() }), { binary, steps: [refusing] });
});

test.each([
  ["no step", [], /no step/],
  ["no configuration", [{ plan: "empty" }], /config/],
  ["a misspelt member", [{ config: "", expectError: /x/ }], /expectError/],
  ["a misspelt plan", [{ config: "", plan: "emtpy" }], /plan/],
  ["text for a truth value", [{ config: "", apply: "false" }], /apply/],
])("%s is refused before anything runs", async (_, steps, message) => {
  const run = testProvider(library({ books: new Map() }), {
    binary: "no such program",
    steps: steps as never,
  });

  await expect(run).rejects.toThrow(message);
});

test("a definition that is wrong is found before anything runs", async () => {
  const wrong = { ...library({ books: new Map() }), address: "Example" };

  await expect(testProvider(wrong, { binary: "no such program", steps: [{ config: "" }] })).rejects.toThrow(
    /address/,
  );
});
