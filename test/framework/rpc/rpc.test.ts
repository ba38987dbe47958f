import { dataSource } from "../../../src/framework/define/data-source";
import { DiagnosticError, diagnostic } from "../../../src/framework/diagnostics";
import { PROVIDER_SERVICE } from "../../../src/framework/rpc";
import { string } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { doorSchema, house } from "./example";
import { brief, type RpcName, serve, wire } from "./test-server";

const NAME = { name: "front" };
const schema = { id: string({ description: "d", required: true }) };

/** A provider in which everything throws this. */
function throwing(error: unknown, own: Parameters<typeof house>[1] = {}) {
  const fail = () => {
    throw error;
  };
  const reject = async () => fail();
  return house(
    {
      validate: fail,
      modifyPlan: fail,
      create: reject,
      read: reject,
      update: reject,
      delete: reject,
      importState: reject,
    },
    {
      validate: fail,
      dataSources: [
        dataSource<never>()({ type: "key", description: "d", schema, validate: fail, read: reject }),
      ],
      ...own,
    },
  );
}

const state = { name: "front", open: true, id: "1" };
const door = (written: object | null) => wire(doorSchema, written as never);

/** A request that reaches the author's code. */
const REQUESTS = {
  ValidateProviderConfig: { config: wire(house().schema, {}) },
  ValidateResourceConfig: { typeName: "house_door", config: door(NAME) },
  ValidateDataResourceConfig: { typeName: "house_key", config: wire(schema, { id: "1" }) },
  ConfigureProvider: { config: wire(house().schema, {}) },
  ReadResource: { typeName: "house_door", currentState: door(state) },
  PlanResourceChange: {
    typeName: "house_door",
    priorState: door(null),
    proposedNewState: door(NAME),
    config: door(NAME),
  },
  ApplyResourceChange: {
    typeName: "house_door",
    priorState: door(null),
    plannedState: door(state),
    config: door(NAME),
  },
  ImportResourceState: { typeName: "house_door", id: "1" },
  ReadDataSource: { typeName: "house_key", config: wire(schema, { id: "1" }) },
} satisfies Partial<Record<RpcName, object>>;
type Asked = keyof typeof REQUESTS;
const ASKED = Object.keys(REQUESTS) as Asked[];

/** What the user reads when an author's code throws this. */
async function answerTo(name: Asked, error: unknown, own: Parameters<typeof house>[1] = {}) {
  const fail = () => {
    throw error;
  };
  const provider = throwing(error, name === "ConfigureProvider" ? { configure: fail, ...own } : own);
  const { call, lines } = await serve(provider, { configure: name !== "ConfigureProvider" });
  const { diagnostics } = await call(name, REQUESTS[name]);
  return { diagnostics, lines };
}

test("the service has the name that core dials", () => {
  expect(PROVIDER_SERVICE).toBe("tfplugin6.Provider");
});

describe.each(ASKED)("%s", (name) => {
  test("makes one diagnostic of an Error, and keeps its stack for the log", async () => {
    const { diagnostics, lines } = await answerTo(name, new Error("the lock is stuck"));
    expect(brief(diagnostics)).toEqual([`error: ${titles.unexpectedError}`]);
    expect(diagnostics[0]?.detail).toMatch(/^the lock is stuck\n\n(?!.*\bbug\b)/);
    expect(diagnostics[0]?.detail).not.toContain("    at ");
    expect(lines.find(({ message }) => message === "an operation threw")?.fields).toMatchObject({
      tf_rpc: name,
      error: expect.stringContaining("    at "),
    });
  });

  test("shows a DiagnosticError as it is", async () => {
    const { diagnostics } = await answerTo(name, new DiagnosticError("Locked", "Find the key.", "name"));
    expect(brief(diagnostics)).toEqual(["error: Locked @ name"]);
    expect(diagnostics[0]?.detail).toBe("Find the key.");
  });

  test.each(["stuck", 7, null, undefined, {}, { message: "" }, { message: 7 }])(
    "survives a thrown %j",
    async (thrown) => {
      const { diagnostics } = await answerTo(name, thrown);
      expect(brief(diagnostics)).toEqual([`error: ${titles.unexpectedError}`]);
      expect(diagnostics[0]?.detail).toMatch(thrown === "stuck" ? /^stuck\n/ : /^\S.*\n/);
    },
  );

  test("lets the provider explain what it knows", async () => {
    const explain = (error: unknown) =>
      diagnostic("error", "Explained", `It was ${(error as Error).message}.`, "name");
    const { diagnostics } = await answerTo(name, new Error("ice"), { explain });
    expect(brief(diagnostics)).toEqual(["error: Explained @ name"]);
    expect(diagnostics[0]?.detail).toBe("It was ice.");
  });
});

describe.each<RpcName>([...ASKED, "GetProviderSchema", "UpgradeResourceState"])("%s", (name) => {
  test("answers bytes that are no message with a diagnostic", async () => {
    const { send } = await serve(house());
    const answer = await send(name, Uint8Array.of(0x0a, 0xff));
    expect(brief((answer as { diagnostics: [] }).diagnostics)).toEqual([`error: ${titles.unexpectedError}`]);
  });
});

test.each<RpcName>([
  "ValidateResourceConfig",
  "UpgradeResourceState",
  "ReadResource",
  "PlanResourceChange",
  "ApplyResourceChange",
  "ImportResourceState",
])("%s of a type that this version lacks says so", async (name) => {
  const { call } = await serve(house());
  const answer = (await call(name, { typeName: "house_window" })) as { diagnostics: [] };
  expect(answer.diagnostics).toEqual([
    expect.objectContaining({
      summary: titles.unknownType("resource"),
      detail: expect.stringContaining("house_window"),
    }),
  ]);
});

test.each<RpcName>(["ValidateDataResourceConfig", "ReadDataSource"])(
  "%s of a type that this version lacks says so",
  async (name) => {
    const { call } = await serve(house());
    const answer = (await call(name, { typeName: "house_door" })) as { diagnostics: [] };
    expect(brief(answer.diagnostics)).toEqual([`error: ${titles.unknownType("data source")}`]);
  },
);

test.each<Asked>(["ReadResource", "ApplyResourceChange", "ImportResourceState", "ReadDataSource"])(
  "%s before the provider is configured says so",
  async (name) => {
    const { call } = await serve(
      house(
        { importState: ({ client }) => client as never },
        {
          dataSources: [
            dataSource<never>()({
              type: "key",
              description: "d",
              schema,
              read: async ({ config }) => config,
            }),
          ],
        },
      ),
      { configure: false },
    );
    const { diagnostics } = await call(name, REQUESTS[name]);
    expect(brief(diagnostics)).toEqual([`error: ${titles.notConfigured}`]);
  },
);

test.each<Asked>([
  "ReadResource",
  "PlanResourceChange",
  "ApplyResourceChange",
  "ReadDataSource",
  "ValidateResourceConfig",
])("%s of a value that is malformed answers with a diagnostic", async (name) => {
  const { call } = await serve(throwing(new Error("not reached")));
  const broken = { msgpack: Uint8Array.of(0x81, 0xa1), json: new Uint8Array() };
  const values = { currentState: broken, proposedNewState: broken, plannedState: broken, config: broken };
  const { diagnostics } = await call(name, { ...REQUESTS[name], ...values });
  expect(brief(diagnostics)).toEqual([`error: ${titles.unexpectedError}`]);
  expect(diagnostics[0]?.detail).toMatch(/\bmessage\b/);
});

test("an error that the provider fails to explain is still shown", async () => {
  const explain = () => {
    throw new Error("no words");
  };
  const { diagnostics, lines } = await answerTo("ReadResource", new Error("ice"), { explain });
  expect(diagnostics[0]?.detail).toMatch(/^ice\n/);
  expect(lines.filter(({ fields }) => String(fields["error"]).includes("no words"))).toHaveLength(1);
});

test("an explanation that is a warning is an error all the same, since the operation failed", async () => {
  const explain = () => diagnostic("warning", "Explained", "So it is.");
  const { diagnostics } = await answerTo("ReadResource", new Error("ice"), { explain });
  expect(brief(diagnostics)).toEqual(["error: Explained"]);
});

test("the cause of an error is in the log", async () => {
  const { lines } = await answerTo(
    "ReadResource",
    new DiagnosticError("A", "B", undefined, { cause: new Error("deep down") }),
  );
  expect(lines.find(({ message }) => message === "an operation threw")?.fields["error"]).toContain(
    "caused by Error: deep down",
  );
});

test("an AbortError without a wish to stop is not said to be one", async () => {
  const { diagnostics } = await answerTo("ReadResource", new DOMException("gone", "AbortError"));
  expect(brief(diagnostics)).toEqual([`error: ${titles.unexpectedError}`]);
});

test("each answer is logged, and each diagnostic in it", async () => {
  const { lines } = await answerTo("ReadResource", new DiagnosticError("Locked", "Find the key."));
  const own = lines
    .filter(({ fields }) => fields["tf_rpc"] === "ReadResource")
    .map(({ level, message, fields }) => ({ level, message, ...fields }));
  expect(own).toEqual([
    expect.objectContaining({ level: "debug" }),
    {
      level: "error",
      message: expect.any(String),
      tf_rpc: "ReadResource",
      diagnostic_severity: "ERROR",
      diagnostic_summary: "Locked",
      diagnostic_detail: "Find the key.",
    },
    { level: "trace", message: "answered", tf_rpc: "ReadResource", tf_req_duration_ms: expect.any(Number) },
  ]);
});
