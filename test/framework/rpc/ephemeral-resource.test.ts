import {
  type EphemeralResource,
  type EphemeralResourceDefinition,
  ephemeralResource,
} from "../../../src/framework/define/ephemeral-resource";
import { DiagnosticError } from "../../../src/framework/diagnostics";
import { bool, string, timeouts } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { UNKNOWN } from "../../../src/framework/value";
import { complete } from "../schema/core";
import { type CLIENT, house } from "./example";
import { brief, serve, unwire, wire } from "./test-server";

const description = "d";
const schema = {
  door: string({ description, required: true }),
  master: bool({ description, default: false }),
  code: string({ description, computed: true, sensitive: true }),
  timeouts: timeouts({ open: "10m" }),
};
type Definition = EphemeralResourceDefinition<typeof CLIENT, typeof schema>;

const NOON = new Date("2026-01-31T12:00:00.500Z");
const typeName = "house_key";

function key(change: Partial<Definition> = {}): EphemeralResource<never> {
  return ephemeralResource<typeof CLIENT>()({
    type: "key",
    description,
    schema,
    open: async ({ config }) => ({ ...config, code: "1234" }),
    ...change,
  });
}

function serveKey(change: Partial<Definition> = {}) {
  return serve(house({}, { ephemeralResources: [key(change)] }));
}

async function open(change: Partial<Definition>, config: object = { door: "front" }) {
  const { call, lines } = await serveKey(change);
  const answer = await call("OpenEphemeralResource", { typeName, config: wire(schema, { ...config }) });
  return { ...answer, lines, opened: unwire(schema, answer.result) };
}

test("the schema is served under the full name", async () => {
  const { call } = await serveKey();
  const { ephemeralResourceSchemas } = await call("GetProviderSchema");
  const attributes = ephemeralResourceSchemas[typeName]?.block?.attributes ?? [];
  expect(attributes.map(({ name, sensitive }) => [name, sensitive])).toEqual([
    ["door", false],
    ["master", false],
    ["code", true],
    ["timeouts", false],
  ]);
});

test("a configuration is checked by the schema and by the author, unknown values pass", async () => {
  const { call } = await serveKey({
    validate({ config, diagnostics }) {
      if (config.door === "cellar") diagnostics.error("No key", "The cellar has no lock.", "door");
    },
  });
  const validate = async (config: object) => {
    const request = { typeName, config: wire(schema, { ...config }) };
    return brief((await call("ValidateEphemeralResourceConfig", request)).diagnostics);
  };
  expect(await validate({ door: UNKNOWN })).toEqual([]);
  expect(await validate({ door: "cellar" })).toEqual(["error: No key @ door"]);
  expect(await validate({ door: "a", timeouts: { open: "soon" } })).toEqual([
    `error: ${titles.invalidValue("timeouts.open")} @ timeouts`,
  ]);
});

test("opening gets the client and the defaults, and hands out what the author made", async () => {
  const { opened, diagnostics, renewAt, deferred } = await open({
    open: async ({ config, client, signal }) => ({
      ...config,
      code: `${client.name} ${config.master} ${signal.aborted}`,
    }),
  });
  expect(diagnostics).toEqual([]);
  expect(opened).toEqual(complete(schema, { door: "front", master: false, code: "client false false" }));
  expect({ renewAt, deferred }).toEqual({ renewAt: undefined, deferred: undefined });
});

test("what is kept in private reaches renewal and closing, and the time of a renewal reaches core", async () => {
  const closed: unknown[] = [];
  const { call } = await serveKey({
    open: async ({ config, private: own, renewAt }) => {
      own.set("lease", 1);
      renewAt(NOON);
      return { ...config, code: "1" };
    },
    renew: async ({ private: own, renewAt }) => {
      own.set("lease", Number(own.get("lease")) + 1);
      if (own.get("lease") === 2) renewAt(new Date(NOON.getTime() + 60_000));
    },
    close: async ({ private: own, client }) => void closed.push([own.get("lease"), client.name]),
  });
  const opened = await call("OpenEphemeralResource", { typeName, config: wire(schema, { door: "a" }) });
  expect(opened.renewAt).toEqual(NOON);
  const once = await call("RenewEphemeralResource", { typeName, private: opened.private });
  expect(once.renewAt).toEqual(new Date("2026-01-31T12:01:00.500Z"));
  const twice = await call("RenewEphemeralResource", { typeName, private: once.private });
  expect(twice.renewAt).toBeUndefined();
  const { diagnostics } = await call("CloseEphemeralResource", { typeName, private: twice.private });
  expect(diagnostics).toEqual([]);
  expect(closed).toEqual([[3, "client"]]);
});

test("what needs no closing is closed without the author", async () => {
  const { call } = await serveKey();
  expect(await call("CloseEphemeralResource", { typeName })).toEqual({ diagnostics: [] });
});

test("a renewal that fails leaves what is kept in private as it was", async () => {
  const { call } = await serveKey({
    renew: async ({ private: own }) => {
      own.set("lease", 2);
      throw new DiagnosticError("Lost", "The key is lost.");
    },
  });
  const kept = Buffer.from('{"lease":1}');
  const answer = await call("RenewEphemeralResource", { typeName, private: kept });
  expect(brief(answer.diagnostics)).toEqual(["error: Lost"]);
  expect(Buffer.from(answer.private ?? [])).toEqual(kept);
});

test.each<[string, Partial<Definition>, string]>([
  ["nothing", { open: async () => null as never }, "The object was not returned"],
  [
    "an unknown value",
    { open: async ({ config }) => ({ ...config, code: UNKNOWN }) as never },
    "code is still",
  ],
  [
    "a missing value",
    { open: async ({ config }) => ({ ...config, code: undefined }) as never },
    "code is missing",
  ],
  [
    "a setting that was changed",
    { open: async ({ config }) => ({ ...config, door: "back", code: "1" }) },
    "door was returned with another value",
  ],
  [
    "a renewal that cannot be had",
    { open: async ({ renewAt }) => renewAt(NOON) as never },
    "key asks for one and cannot be renewed",
  ],
  [
    "a renewal at no time",
    { open: async ({ renewAt }) => renewAt(new Date(Number.NaN)) as never, renew: async () => {} },
    "key asks for one at no valid time",
  ],
])("an author who returns %s is told that this is a bug", async (_case, change, words) => {
  const { opened, diagnostics } = await open(change);
  expect(diagnostics[0]?.detail).toContain(words);
  expect(diagnostics[0]?.detail).toMatch(/\bbug\b/);
  expect(opened).toBeNull();
});

test("an author who reports an error need not return anything", async () => {
  const { opened, diagnostics } = await open({
    open: async (context) => void context.diagnostics.error("Locked", "No.", "door") as never,
  });
  expect(brief(diagnostics)).toEqual(["error: Locked @ door"]);
  expect(opened).toBeNull();
});

test("an error that repeats a configured secret does not reach user or log with it", async () => {
  const secret = { ...schema, code: string({ description, optional: true, sensitive: true }) };
  const { call, lines } = await serveKey({
    schema: secret,
    open: async ({ config }: { readonly config: { readonly code: string } }) => {
      throw new Error(`refused: ${config.code}`);
    },
  } as never);
  const config = wire(secret, { door: "a", code: "hunter2" });
  const { diagnostics } = await call("OpenEphemeralResource", { typeName, config });
  expect(diagnostics[0]?.detail).toContain("refused: (sensitive value)");
  expect(JSON.stringify(lines)).not.toContain("hunter2");
});

test("what was opened is hidden in a warning that repeats it", async () => {
  const { diagnostics } = await open({
    open: async (context) => {
      context.diagnostics.warning("Short", "The code 98765 is short.");
      return { ...context.config, code: "98765" };
    },
  });
  expect(diagnostics[0]?.detail).toContain("code (sensitive value)");
});

test("opening ends with its timeout, which the block can set", async () => {
  const { diagnostics } = await open(
    {
      open: ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    },
    { door: "a", timeouts: { open: "5ms" } },
  );
  expect(brief(diagnostics)).toEqual([`error: ${titles.timeout("open")} @ timeouts`]);
  expect(diagnostics[0]?.detail).toContain("raise timeouts.open");
});

test("StopProvider ends an opening that is under way", async () => {
  const { call } = await serveKey({
    open: ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  });
  const opening = call("OpenEphemeralResource", { typeName, config: wire(schema, { door: "a" }) });
  await call("StopProvider");
  expect(brief((await opening).diagnostics)).toEqual(["error: Stopped"]);
});

test("an unknown type, and a renewal that nobody offered, are answered as errors", async () => {
  const { call } = await serveKey();
  const unknown = await call("CloseEphemeralResource", { typeName: "house_lamp" });
  expect(brief(unknown.diagnostics)).toEqual([`error: ${titles.unknownType("ephemeral resource")}`]);
  const renewal = await call("RenewEphemeralResource", { typeName });
  expect(brief(renewal.diagnostics)).toEqual([`error: ${titles.renewalUnsupported}`]);
});
