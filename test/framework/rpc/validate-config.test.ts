import { dataSource } from "../../../src/framework/define/data-source";
import { ephemeralResource } from "../../../src/framework/define/ephemeral-resource";
import type { Diagnostics } from "../../../src/framework/diagnostics";
import { oneOf, string } from "../../../src/framework/schema";
import { titles } from "../../../src/framework/titles";
import { isUnknown, UNKNOWN } from "../../../src/framework/value";
import { doorSchema, house } from "./example";
import { brief, serve, wire } from "./test-server";

const typeName = "house_door";
const writeOnlyAllowed = { clientCapabilities: { writeOnlyAttributesAllowed: true } };

test("a resource's configuration is checked by its schema, then by its author", async () => {
  const { call } = await serve(
    house({
      validate({ config, diagnostics }) {
        if (config.name === config.note) diagnostics.error("Twice the same", "Choose another note.", "note");
        if (isUnknown(config.note))
          diagnostics.warning("Not known yet", "It will be looked at later.", "note");
      },
    }),
    { configure: false },
  );
  const validate = async (config: object) => {
    const { diagnostics } = await call("ValidateResourceConfig", {
      typeName,
      config: wire(doorSchema, config as never),
    });
    return brief(diagnostics);
  };

  expect(await validate({ name: "a", note: "b" })).toEqual([]);
  expect(await validate({ name: "a", note: "a", timeouts: { create: "soon" } })).toEqual([
    `error: ${titles.invalidValue("timeouts.create")} @ timeouts`,
    "error: Twice the same @ note",
  ]);
  expect(await validate({ name: "a", note: UNKNOWN })).toEqual(["warning: Not known yet @ note"]);
});

test("what an author finds after a wait, which is not meant to be, is not lost", async () => {
  const { call } = await serve(
    house({
      async validate({ diagnostics }: { diagnostics: Diagnostics }) {
        await Promise.resolve();
        diagnostics.error("Late", "Found late.");
      },
    } as never),
  );
  const { diagnostics } = await call("ValidateResourceConfig", {
    typeName,
    config: wire(doorSchema, { name: "a" }),
  });
  expect(brief(diagnostics)).toEqual(["error: Late"]);
});

test("write-only values need a host that knows them", async () => {
  const { call } = await serve(house());
  const request = { typeName, config: wire(doorSchema, { name: "a", token: "t" }) };
  expect((await call("ValidateResourceConfig", { ...request, ...writeOnlyAllowed })).diagnostics).toEqual([]);
  expect(brief((await call("ValidateResourceConfig", request)).diagnostics)).toEqual([
    `error: ${titles.writeOnlyUnsupported} @ token`,
  ]);
});

test("a provider's settings are checked the same way", async () => {
  const { call } = await serve(
    house({}, { validate: ({ diagnostics }) => diagnostics.warning("Careful", "It is an old house.") }),
    { configure: false },
  );
  const { diagnostics } = await call("ValidateProviderConfig", {
    config: wire(house().schema, { street: "" }),
  });
  expect(brief(diagnostics)).toEqual([
    `error: ${titles.invalidValue("street")} @ street`,
    "warning: Careful",
  ]);
});

test("a data source's configuration is checked the same way", async () => {
  const schema = { id: string({ description: "d", required: true, validate: [oneOf("1", "2")] }) };
  const key = dataSource<never>()({
    type: "key",
    description: "d",
    schema,
    read: async ({ config }) => config,
  });
  const { call } = await serve(house({}, { dataSources: [key] }), { configure: false });
  const validate = async (id: unknown) =>
    brief(
      (await call("ValidateDataResourceConfig", { typeName: "house_key", config: wire(schema, { id }) }))
        .diagnostics,
    );

  expect(await validate("1")).toEqual([]);
  expect(await validate(UNKNOWN)).toEqual([]);
  expect(await validate("3")).toEqual([`error: ${titles.invalidValue("id")} @ id`]);
});

test("no configuration is nothing to check", async () => {
  const { call } = await serve(house());
  expect((await call("ValidateResourceConfig", { typeName })).diagnostics).toEqual([]);
});

describe("deprecated types", () => {
  const schema = { id: string({ description: "d", required: true }) };
  const common = { type: "key", description: "d", schema, deprecated: "Use a lock." };

  test("a resource, a data source and an ephemeral resource are warned of, in the author's words", async () => {
    const key = dataSource<never>()({ ...common, read: async ({ config }) => config });
    const code = ephemeralResource<never>()({ ...common, open: async ({ config }) => config });
    const own = { dataSources: [key], ephemeralResources: [code] };
    const { call } = await serve(house({ deprecated: "Use a gate." }, own));
    const config = wire(schema, { id: "1" });
    const answers = await Promise.all([
      call("ValidateResourceConfig", { typeName: "house_door", config: wire(doorSchema, { name: "a" }) }),
      call("ValidateDataResourceConfig", { typeName: "house_key", config }),
      call("ValidateEphemeralResourceConfig", { typeName: "house_key", config }),
    ]);
    expect(answers.map(({ diagnostics }) => brief(diagnostics))).toEqual([
      ["warning: house_door is deprecated"],
      ["warning: house_key is deprecated"],
      ["warning: house_key is deprecated"],
    ]);
    expect(answers[0]?.diagnostics[0]?.detail).toBe("Use a gate.");
  });

  test("the schema says so to the host", async () => {
    const { call } = await serve(house({ deprecated: "Use a gate." }));
    const { resourceSchemas } = await call("GetProviderSchema");
    const block = resourceSchemas["house_door"]?.block;
    expect(block).toMatchObject({ deprecated: true, deprecationMessage: "Use a gate." });
  });
});
