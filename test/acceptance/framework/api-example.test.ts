import { library } from "../../../examples/framework-api/provider";
import { testProvider } from "../../../src/framework/testing";
import { LibraryApi } from "./library-api";

jest.setTimeout(60_000);

let api: LibraryApi;
let url: string;
beforeEach(async () => {
  api = new LibraryApi();
  url = await api.start();
});
afterEach(() => api.stop());

function config(body: string, token = "example-token"): string {
  return `provider "library" {\n  url = "${url}"\n  token = "${token}"\n}\n${body}`;
}

const shelves = `
resource "library_book" "it" {
  count = 3
  title = "Example \${count.index}"
}
data "library_statistics" "it" { depends_on = [library_book.it] }
ephemeral "library_session" "it" {}
output "shelf" { value = provider::library::shelf("example") }
`;
const [first, figures] = ["library_book.it[0]", "data.library_statistics.it"];

test("the example keeps books through pages, limits and changes by others", async () => {
  await testProvider(library, {
    steps: [
      { config: config(shelves, "wrong"), error: /The library answered 401/ },
      { config: config(shelves), state: { [figures]: { books: 3 } } },
      {
        plan: "empty",
        importVerify: { [first]: "example-0" },
        check: () => void api.books.delete("example-0"),
      },
      { plan: { [first]: "create", [figures]: "read" }, state: { [first]: { id: "example-0" } } },
      { config: config(shelves.replace("Example", "Sample")), state: { [first]: { title: "Sample 0" } } },
    ],
  });

  expect(api.books.size).toBe(0);
  expect(api.sessions.size).toBe(0);
  expect(api.refused).toBeGreaterThan(3);
});
