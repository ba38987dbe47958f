import { InvalidIdError } from "../../../src/client";
import { buildTarget } from "../../../src/client/http/target";

test.each([
  ["https://hub.360dialog.io/api/v2", "https://hub.360dialog.io/api/v2/partners/examplePA"],
  ["https://hub.360dialog.io/api/v2/", "https://hub.360dialog.io/api/v2/partners/examplePA"],
  ["https://mocks.example/a/b/143983744", "https://mocks.example/a/b/143983744/partners/examplePA"],
  ["https://hub.example", "https://hub.example/partners/examplePA"],
  ["http://[::1]:8080/x", "http://[::1]:8080/x/partners/examplePA"],
])("the path of the base URL %s is kept", (base, url) => {
  expect(buildTarget(base, ["partners", "examplePA"]).url).toBe(url);
});

test("segments cannot leave their place in the path", () => {
  const target = buildTarget("https://hub.example/api", ["a/b", "c?d", "e#f", "g h", "%2e"]);
  expect(target.path).toBe("/api/a%2Fb/c%3Fd/e%23f/g%20h/%252e");
  expect(new URL(target.url).pathname).toBe(target.path);
});

test.each(["", ".", ".."])("the id %p is refused", (id) => {
  expect(() => buildTarget("https://hub.example", ["partners", id])).toThrow(InvalidIdError);
});

test("the query is encoded and is no part of the path that errors name", () => {
  const target = buildTarget("https://hub.example", ["channels"], { filters: '{"id":"exampleCH"}' });
  expect(new URL(target.url).searchParams.get("filters")).toBe('{"id":"exampleCH"}');
  expect(target).toMatchObject({ path: "/channels", host: "hub.example", origin: "https://hub.example" });
});
