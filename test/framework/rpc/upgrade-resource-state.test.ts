import { upgradeFrom } from "../../../src/framework/define/resource";
import { listBlock, number, ofType, string } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { ExactNumber, types } from "../../../src/framework/value";
import { house } from "./example";
import { brief, serve, unwire } from "./test-server";

const typeName = "house_door";
const raw = (json: unknown) => ({
  json: Buffer.from(typeof json === "string" ? json : JSON.stringify(json)),
});

async function upgrade(request: object, provider = house()) {
  const { call } = await serve(provider, { configure: false });
  const answer = await call("UpgradeResourceState", { typeName, version: 0n, ...request });
  return {
    state: unwire(provider.resources[0]?.schema ?? {}, answer.upgradedState),
    diagnostics: answer.diagnostics,
  };
}

test("a state of the same version comes back as a value", async () => {
  const { state, diagnostics } = await upgrade({
    rawState: raw({ name: "a", open: true, id: "1", timeouts: { create: "1m" } }),
  });
  expect(diagnostics).toEqual([]);
  expect(state).toMatchObject({
    name: "a",
    open: true,
    id: "1",
    note: null,
    timeouts: { create: "1m", read: null },
  });
});

test("attributes that the schema lost are passed over", async () => {
  const { state, diagnostics } = await upgrade({ rawState: raw({ name: "a", colour: { deep: ["red"] } }) });
  expect(diagnostics).toEqual([]);
  expect(state).not.toHaveProperty("colour");
});

test("numbers keep every digit", async () => {
  const schema = {
    size: number({ description: "d" }),
    parts: ofType(types.map(types.number), { description: "d" }),
  };
  const provider = house({ schema } as never);
  const json = '{"size":12345678901234567890,"parts":{"a":0.1234567890123456789012345}}';
  const { state } = await upgrade({ rawState: raw(json) }, provider);
  expect(state).toEqual({
    size: new ExactNumber("12345678901234567890"),
    parts: new Map([["a", new ExactNumber("0.1234567890123456789012345")]]),
  });
});

test.each([
  [3n, 0, "was written by a newer version of the provider"],
  [0n, 1, "apply once with the version in between"],
])("a state of version %d is refused by version %d", async (version, own, advice) => {
  const { diagnostics } = await upgrade(
    { version, rawState: raw({ name: "a" }) },
    house({ version: own } as never),
  );
  expect(brief(diagnostics)).toEqual([`error: ${titles.stateVersion}`]);
  expect(diagnostics[0]?.detail).toContain(advice);
});

test.each([
  ["a flat map", { rawState: { flatmap: { name: "a" } } }],
  ["nothing", {}],
])("%s, as Terraform 0.11 wrote it, is refused", async (_what, request) => {
  const { diagnostics } = await upgrade(request);
  expect(brief(diagnostics)).toEqual([`error: ${titles.stateForm}`]);
});

test.each([
  ["a value of another type", { name: ["x"] }, "name is not a string"],
  [
    "a value of another type within an object",
    { timeouts: { create: [5] } },
    "timeouts.create is not a string",
  ],
  ["no object", [], "the state is not an object"],
  ["no JSON", "{", "no JSON at character 1"],
])("a state edited by hand, with %s, is refused, and the error says where", async (_what, json, problem) => {
  const { diagnostics } = await upgrade({ rawState: raw(json) });
  expect(brief(diagnostics)).toEqual([`error: ${titles.stateMisfit}`]);
  expect(diagnostics[0]?.detail).toContain(problem);
  expect(diagnostics[0]?.detail).toContain("terraform state rm");
});

test("the error does not repeat what is in the state", async () => {
  const { diagnostics } = await upgrade({ rawState: raw({ name: "a", code: "hunter2", open: "hunter2" }) });
  expect(JSON.stringify(brief(diagnostics)) + diagnostics[0]?.detail).not.toContain("hunter2");
});

describe("an upgrade", () => {
  const description = "d";
  const oldSchema = {
    title: string({ description, required: true }),
    size: number({ description, optional: true }),
    code: string({ description, optional: true, sensitive: true }),
  };
  const versioned = (upgrade: (state: { readonly title: string; readonly code: string | null }) => unknown) =>
    house({ version: 2, upgrades: { 0: upgradeFrom(oldSchema, upgrade) } } as never);
  const now = { open: true, note: null, code: null, token: null, id: "1", changed: null, timeouts: null };
  const rawState = raw({ title: "a", size: 1, code: "hunter2", colour: "red" });

  test("reads the state by its old schema and leads to the present one", async () => {
    const { state, diagnostics } = await upgrade(
      { rawState },
      versioned(({ title }) => ({ ...now, name: title })),
    );
    expect(diagnostics).toEqual([]);
    expect(state).toEqual({ ...now, name: "a" });
  });

  test("may take its time", async () => {
    const { state } = await upgrade(
      { rawState },
      versioned(async ({ title }) => ({ ...now, name: title })),
    );
    expect(state).toMatchObject({ name: "a" });
  });

  test("is not asked about states of the present version", async () => {
    const { state } = await upgrade(
      { version: 2n, rawState: raw({ name: "b" }) },
      versioned(() => {
        throw new Error("asked");
      }),
    );
    expect(state).toMatchObject({ name: "b" });
  });

  test.each([1n, 3n])("that leads from another version helps nobody with version %d", async (version) => {
    const { diagnostics } = await upgrade(
      { version, rawState },
      versioned(() => now),
    );
    expect(brief(diagnostics)).toEqual([`error: ${titles.stateVersion}`]);
  });

  test("that makes something else than the schema wants is the provider's bug", async () => {
    const { state, diagnostics } = await upgrade(
      { rawState },
      versioned(({ title }) => ({ title })),
    );
    expect(diagnostics[0]?.summary).toBe(titles.invalidReturn("upgraded state"));
    expect(diagnostics[0]?.detail).toMatch(/\btitle\b.* upgrade .*\bbug\b/);
    expect(state).toBeNull();
  });

  test("that repeats a sensitive value in its error is not heard with it", async () => {
    const { diagnostics } = await upgrade(
      { rawState },
      versioned(({ code }) => {
        throw new Error(`odd: ${code}`);
      }),
    );
    expect(diagnostics[0]?.detail).toContain("odd: (sensitive value)");
  });
});

test("blocks that the state does not have yet are none, not null", async () => {
  const part = { name: string({ description: "d", required: true }) };
  const provider = house({ schema: { ...part, rule: listBlock(part, { description: "d" }) } } as never);
  const { state } = await upgrade({ rawState: raw({ name: "a" }) }, provider);
  expect(state).toEqual({ name: "a", rule: [] });
});
