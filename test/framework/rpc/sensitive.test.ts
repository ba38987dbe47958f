import { DiagnosticError } from "../../../src/framework/diagnostics";
import { createLogger, type Logger } from "../../../src/framework/logger";
import { oneOf, string } from "../../../src/framework/schema";
import { doorSchema, house } from "./example";
import { serve, type TestServer, wire } from "./test-server";

const SECRET = 'hunter2 "quoted"';
const settings = house().schema;
const given = { name: "a", open: true, code: SECRET };

/** All that left the provider: diagnostics and log. */
function said(answer: { readonly diagnostics: readonly object[] }, { lines }: TestServer): string {
  const text = JSON.stringify([answer.diagnostics.map((item) => ({ ...item, attribute: null })), lines]);
  expect(text).toContain("(sensitive value)");
  return text;
}

const words = (value: unknown) => `the code ${value} was refused: {"code":${JSON.stringify(value)}}`;

test.each(["a thrown Error", "a thrown DiagnosticError", "a reported error", "a reported warning"])(
  "%s that repeats a sensitive value does not reach the user with it, nor the log",
  async (how) => {
    const server = await serve(
      house({
        update: async ({ plan, diagnostics, state }) => {
          if (how === "a thrown Error")
            throw new Error(words(plan.code), { cause: new Error(words(state.code)) });
          if (how === "a thrown DiagnosticError") throw new DiagnosticError(`${plan.code}`, words(plan.code));
          diagnostics[how === "a reported error" ? "error" : "warning"](`${plan.code}`, words(plan.code));
          return { ...state, changed: "now" };
        },
      }),
    );
    const object = wire(doorSchema, given);
    const answer = await server.call("ApplyResourceChange", {
      typeName: "house_door",
      config: object,
      priorState: object,
      plannedState: object,
    });
    expect(said(answer, server)).not.toContain("hunter2");
  },
);

test("a write-only value in the configuration is hidden at apply", async () => {
  const server = await serve(
    house({
      create: async ({ config }) => {
        throw new Error(words(config.token));
      },
    }),
  );
  const answer = await server.call("ApplyResourceChange", {
    typeName: "house_door",
    config: wire(doorSchema, { name: "a", token: SECRET }),
    plannedState: wire(doorSchema, { name: "a", open: true }),
  });
  expect(said(answer, server)).not.toContain("hunter2");
});

test("a validator that repeats a sensitive value is not heard with it", async () => {
  const schema = {
    ...doorSchema,
    code: string({ description: "d", optional: true, sensitive: true, validate: [oneOf("a")] }),
  };
  const server = await serve(house({ schema } as never));
  const answer = await server.call("ValidateResourceConfig", {
    typeName: "house_door",
    config: wire(schema, given),
  });
  expect(said(answer, server)).not.toContain("hunter2");
  expect(answer.diagnostics[0]?.detail).toMatch(/"a".*"\(sensitive value\)"/);
});

test("a sensitive setting of the provider is hidden while it is configured", async () => {
  const configure = (context: object) => {
    throw new Error(words((context as { config: { key: string } }).config.key));
  };
  const server = await serve(house({}, { configure }), { configure: false });
  const answer = await server.call("ConfigureProvider", { config: wire(settings, { key: SECRET }) });
  expect(said(answer, server)).not.toContain("hunter2");
});

test("a sensitive setting of the provider is hidden in every operation after it", async () => {
  const fail = async () => {
    throw new Error(words(SECRET));
  };
  const server = await serve(house({ read: fail }), { configure: false });
  const read = { typeName: "house_door", currentState: wire(doorSchema, { name: "a" }) };
  await server.call("ConfigureProvider", { config: wire(settings, { key: SECRET }) });
  expect(said(await server.call("ReadResource", read), server)).not.toContain("hunter2");

  await server.call("ConfigureProvider", { config: wire(settings, { key: "another key" }) });
  expect((await server.call("ReadResource", read)).diagnostics[0]?.detail).toContain("hunter2");
});

test("a bug in what an author returns is named without the value", async () => {
  const server = await serve(house({ read: async ({ state }) => ({ ...state, open: SECRET }) as never }));
  const answer = await server.call("ReadResource", {
    typeName: "house_door",
    currentState: wire(doorSchema, given),
  });
  expect(answer.diagnostics[0]?.detail).toMatch(/^open .*\bbool\b.*\bstring\b/);
  expect(JSON.stringify(server.lines)).not.toContain("hunter2");
});

test("values that are not sensitive may be named", async () => {
  const server = await serve(
    house({
      read: async ({ state }) => {
        throw new Error(`no door ${state.name}`);
      },
    }),
  );
  const answer = await server.call("ReadResource", {
    typeName: "house_door",
    currentState: wire(doorSchema, { name: "front" }),
  });
  expect(answer.diagnostics[0]?.detail).toMatch(/^no door front/);
});

test("what an operation told the log to leave out, such as a fetched token, does not reach the user either", async () => {
  const server = await serve(
    house({
      create: async ({ log }) => {
        log.redact("fetched-token");
        throw new Error("refused: Bearer fetched-token");
      },
    }),
  );
  const { diagnostics } = await server.call("ApplyResourceChange", {
    typeName: "house_door",
    config: wire(doorSchema, { name: "a" }),
    plannedState: wire(doorSchema, { name: "a", open: true }),
  });
  expect(JSON.stringify(diagnostics.map(({ detail }) => detail))).not.toContain("fetched-token");
  expect(diagnostics).toHaveLength(1);
});

test("what an author logs holds no sensitive value: not by its text, nor in a field of that name", async () => {
  const written: string[] = [];
  const write = (line: string) => void written.push(line);
  const root = createLogger({ env: { TF_LOG: "trace" }, providerName: "house", write });
  const provider = house(
    {
      create: async ({ log, plan, config }) => {
        log.info(`made with ${plan.code}`, {
          fields: { plan, config, code: "made-up-code", token: "made-up-token" },
        });
        log.log("info", "made", { code: "made-up-code", name: plan.name });
        throw new Error("enough");
      },
    },
    {
      configure: (({ log, config }: { log: Logger; config: { key: string } }) => {
        log.info("configured", { fields: { key: "made-up-key", text: config.key } });
        return {};
      }) as never,
    },
  );
  const server = await serve(provider, { configure: false, log: root });
  await server.call("ConfigureProvider", { config: wire(settings, { key: "hunter3" }) });
  const object = { ...given, token: "hunter4" };
  await server.call("ApplyResourceChange", {
    typeName: "house_door",
    config: wire(doorSchema, object),
    plannedState: wire(doorSchema, given),
  });
  const text = written.join("");
  expect(text).toContain("configured");
  expect(text).toContain('"name":"a"');
  expect(text).not.toMatch(/hunter|made-up/);
});
