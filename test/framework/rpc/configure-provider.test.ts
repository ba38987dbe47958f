import type { Provider } from "../../../src/framework/define/provider";
import { titles } from "../../../src/framework/titles";
import { isUnknown, UNKNOWN } from "../../../src/framework/value";
import { doorSchema, house } from "./example";
import { brief, serve, wire } from "./test-server";

const settings = house().schema;
const read = { typeName: "house_door", currentState: wire(doorSchema, { name: "a", id: "1" }) };

test("the client that configure makes is what operations get", async () => {
  let seen: unknown;
  const provider = house(
    {
      read: async ({ client, state }) => {
        seen = client;
        return state;
      },
    },
    { configure: (context) => ({ name: "mine", ...(context as { terraformVersion: string }) }) },
  );
  const { call } = await serve(provider, { configure: false });
  await call("ConfigureProvider", { terraformVersion: "1.11.4", config: wire(settings, { street: "Main" }) });
  await call("ReadResource", read);
  expect(seen).toMatchObject({
    name: "mine",
    terraformVersion: "1.11.4",
    config: { street: "Main", key: null },
  });
});

test("settings may be unknown while core plans", async () => {
  const provider = house(
    {},
    { configure: (context) => isUnknown((context as { config: { street: unknown } }).config.street) },
  );
  const { call } = await serve(provider, { configure: false });
  expect(
    (await call("ConfigureProvider", { config: wire(settings, { street: UNKNOWN }) })).diagnostics,
  ).toEqual([]);
});

test("a warning configures, an error does not", async () => {
  let severity: "warning" | "error" = "warning";
  const provider = house(
    {},
    {
      configure: ((context: Parameters<Provider["configure"]>[0]) => {
        const { diagnostics } = context as {
          diagnostics: Record<string, (summary: string, detail: string) => void>;
        };
        diagnostics[severity]?.("Old house", "Mind the step.");
        return {};
      }) as never,
    },
  );
  const { call } = await serve(provider, { configure: false });
  const config = wire(settings, {});

  expect(brief((await call("ConfigureProvider", { config })).diagnostics)).toEqual(["warning: Old house"]);
  expect((await call("ReadResource", read)).diagnostics).toEqual([]);

  severity = "error";
  expect(brief((await call("ConfigureProvider", { config })).diagnostics)).toEqual(["error: Old house"]);
  expect(brief((await call("ReadResource", read)).diagnostics)).toEqual([`error: ${titles.notConfigured}`]);
});

test("configuring anew lets go of the client before, and so does the end", async () => {
  const closed: unknown[] = [];
  let made = 0;
  const provider = house(
    {},
    {
      configure: () => {
        made += 1;
        return made;
      },
      close: async (client) => void closed.push(client),
    },
  );
  const { call, server } = await serve(provider);
  expect(closed).toEqual([]);
  await call("ConfigureProvider", { config: wire(settings, {}) });
  expect(closed).toEqual([1]);
  await server.close();
  await server.close();
  expect(closed).toEqual([1, 2]);
});

test("the client's end tells whether anything was applied with it", async () => {
  const uses: unknown[] = [];
  const { call, server } = await serve(house({}, { close: async (_, use) => void uses.push(use) }));
  await call("ReadResource", read);
  await call("ConfigureProvider", { config: wire(settings, {}) });
  await call("ApplyResourceChange", { typeName: "house_door", priorState: wire(doorSchema, { name: "a" }) });
  await call("ConfigureProvider", { config: wire(settings, {}) });
  await server.close();
  const idle = { applied: false, failed: false, stopped: false };
  expect(uses).toEqual([idle, { ...idle, applied: true }, idle]);
});

test("the client's end tells whether an operation failed or Terraform stopped the provider", async () => {
  const uses: unknown[] = [];
  const { call, server } = await serve(house({}, { close: async (_, use) => void uses.push(use) }));
  await call("ApplyResourceChange", { typeName: "house_cellar" });
  await call("ConfigureProvider", { config: wire(settings, {}) });
  await call("StopProvider", {});
  await server.close();
  expect(uses).toEqual([
    { applied: true, failed: true, stopped: false },
    { applied: false, failed: false, stopped: true },
  ]);
});

test("a client that does not close is no reason not to configure", async () => {
  const provider = house(
    {},
    {
      close: async () => {
        throw new Error("stuck");
      },
    },
  );
  const { call, server, lines } = await serve(provider);
  expect((await call("ConfigureProvider", { config: wire(settings, {}) })).diagnostics).toEqual([]);
  await server.close();
  expect(lines.filter(({ message }) => message === "the provider's client did not close")).toHaveLength(2);
});

describe("while an operation runs", () => {
  /** A provider whose read waits; its clients are their settings. */
  async function reading() {
    const closed: unknown[] = [];
    const seen: unknown[] = [];
    let finish = () => {};
    const provider = house(
      {
        read: async ({ client, state }) => {
          seen.push(client);
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          return state;
        },
      },
      {
        configure: ((context: { config: { street: unknown } }) => context.config.street) as never,
        close: async (client) => void closed.push(client),
      },
    );
    const { call, server } = await serve(provider, { configure: false });
    const configure = (street: string) => call("ConfigureProvider", { config: wire(settings, { street }) });
    await configure("Main");
    const answer = call("ReadResource", read);
    while (seen.length === 0) await new Promise(setImmediate);
    return { closed, seen, server, configure, answer, finish: () => finish() };
  }

  test("another configuration is refused, and the client stays open", async () => {
    const { closed, configure, answer, finish } = await reading();
    const refused = await configure("Side");
    expect(brief(refused.diagnostics)).toEqual([`error: ${titles.inUse}`]);
    expect(closed).toEqual([]);
    finish();
    expect((await answer).diagnostics).toEqual([]);
    expect((await configure("Side")).diagnostics).toEqual([]);
    expect(closed).toEqual(["Main"]);
  });

  test("the same configuration changes nothing", async () => {
    const { closed, configure, answer, finish } = await reading();
    expect((await configure("Main")).diagnostics).toEqual([]);
    finish();
    await answer;
    expect(closed).toEqual([]);
  });

  test("the end waits for it before the client is closed", async () => {
    const { closed, server, answer, finish } = await reading();
    const ending = server.close();
    await new Promise(setImmediate);
    expect(closed).toEqual([]);
    finish();
    await answer;
    await ending;
    expect(closed).toEqual(["Main"]);
  });
});
