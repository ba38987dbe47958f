import { createSimulator } from "../../../src/simulator";
import { ask } from "../ask";

const host = "127.0.0.1:4000";
const flip = (headers: Record<string, string>) => {
  const simulator = createSimulator();
  const answered = ask(simulator, "/_simulator/channels/exampleCH", {
    method: "PATCH",
    body: { ctwa: true },
    headers,
  });
  return answered.then(({ status, json }) => ({
    status,
    message: json?.message,
    done: simulator.control.channel("exampleCH")?.ctwa,
  }));
};

test.each([
  ["a program of this machine", { host }],
  ["a program that names localhost", { host: "LOCALHOST:4000" }],
  ["a program on IPv6", { host: "[::1]:4000" }],
  ["the page itself", { host, origin: `http://${host}`, "sec-fetch-site": "same-origin" }],
  ["the page over TLS", { host, origin: `https://${host}` }],
  ["code in the same process", {}],
])("%s may change the world", async (_who, headers) => {
  expect(await flip(headers)).toEqual({ status: 200, message: undefined, done: true });
});

test.each([
  ["a name that leads here", { host: "evil.example:4000" }, "evil.example"],
  ["a name that begins like ours", { host: "127.0.0.1.evil.example" }, "evil.example"],
  ["a name that ends like ours", { host: "notlocalhost" }, "notlocalhost"],
  ["a page of another site", { host, origin: "https://evil.example" }, "other sites"],
  ["a page of another port", { host, origin: "http://127.0.0.1:4001" }, "other sites"],
  ["a page without an origin", { host, origin: "null" }, "other sites"],
  [
    "a form of another site",
    { host, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
    "other sites",
  ],
  ["a page of another port that hides its origin", { host, "sec-fetch-site": "same-site" }, "other sites"],
])("%s may not", async (_who, headers, message) => {
  const refused = await flip(headers as Record<string, string>);
  expect(refused).toEqual({ status: 403, message: expect.stringContaining(message), done: false });
});

test("a link on another site may lead to the page, and its script may read nothing", async () => {
  const headers = { host, "sec-fetch-site": "cross-site" };
  const simulator = createSimulator();
  const linked = { ...headers, "sec-fetch-mode": "navigate" };
  expect((await ask(simulator, "/_simulator/", { headers: linked })).status).toBe(200);
  const read = { ...headers, "sec-fetch-mode": "no-cors" };
  expect((await ask(simulator, "/_simulator/requests", { headers: read })).status).toBe(403);
});
