import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { asksForPage, type LyingWorld, openLyingWorld } from "../harness/liar";

const everyChannel = `
data "dialog360_channels" "all" {}

resource "dialog360_channel_ctwa_tracking" "each" {
  for_each   = toset([for id, one in data.dialog360_channels.all.channels : id if one.terminated_at == null])
  channel_id = each.key
}`;

let world: LyingWorld;
afterEach(() => world.close());

/** A world in which every living channel was switched on while the hub was honest, two rows a page. */
async function lived(): Promise<LyingWorld> {
  world = await openLyingWorld({ simulator: { maxPageSize: 2 } });
  await world.workspace.configure(everyChannel);
  await world.workspace.apply();
  return world;
}

const switches = () => world.server.seen.filter(({ path }) => /able_ctwa$/.test(path));

describe("a list that feeds for_each", () => {
  test.each<[string, object | ((offset: number) => object), boolean]>([
    ["with a total of zero beside rows", { total: 0 }, true],
    ["with the page's own count as its total", { total: 2 }, true],
    ["with a total that is cut off", { total: 4 }, true],
    ["with a total that is too large", (offset: number) => ({ total: 20 + 0 * offset }), true],
    [
      "with an empty page in the middle",
      (offset: number) => (offset === 2 ? { partner_channels: [], count: 0 } : {}),
      false,
    ],
  ])("%s switches nothing off", async (_, more, works) => {
    await lived();
    const sent = switches().length;
    world.lie = async (seen, honest) => {
      if (!asksForPage(seen)) return null;
      const { json, ...rest } = await honest();
      const changes = typeof more === "function" ? more(Number(seen.query.get("offset"))) : more;
      return { ...rest, json: { ...json, ...changes } };
    };
    const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

    expect(switches()).toHaveLength(sent);
    expect(errors.map(({ summary }) => summary)).toEqual(
      works ? [] : [titles.unexpectedResponse("Partner Hub")],
    );
  });

  test.each<[string, (rows: readonly object[]) => unknown]>([
    ["holds a row without an id", ([first, ...rest]) => [{ ...first, id: undefined }, ...rest]],
    ["holds null in place of a row", ([, ...rest]) => [null, ...rest]],
  ])("that %s is an error: nobody knows which one is missing", async (_, change) => {
    await lived();
    const sent = switches().length;
    world.lie = async (seen, honest) => {
      if (!asksForPage(seen)) return null;
      const { json, ...rest } = await honest();
      const rows = json["partner_channels"] as object[];
      return { ...rest, json: { ...json, partner_channels: rows.length === 0 ? [] : change(rows) } };
    };
    const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

    expect(errors.map(({ summary }) => summary)).toEqual([titles.unexpectedResponse("Partner Hub")]);
    expect(switches()).toHaveLength(sent);
  });

  test("from a hub that takes tiny pages only is an error that names page_size", async () => {
    await lived();
    const refuse = { status: 400, body: "limit must be at most 50" };
    world.lie = async ({ query }) => (Number(query.get("limit")) > 50 ? refuse : null);
    const { errors } = await diagnose(world.workspace, "plan");

    expect(errors[0]?.detail).toContain("DIALOG360_PAGE_SIZE");
    world.workspace.setEnv({ DIALOG360_PAGE_SIZE: "50" });
    expect((await diagnose(world.workspace, "plan")).errors).toEqual([]);
  });

  test("with an offset that is ignored is an error with both numbers", async () => {
    await lived();
    const sent = switches().length;
    world.lie = async (seen, honest) => {
      if (asksForPage(seen)) seen.query.set("offset", "0");
      return asksForPage(seen) ? honest() : null;
    };
    const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

    expect(errors[0]?.detail).toMatch(/\b2 of \d+ rows\b/);
    expect(switches()).toHaveLength(sent);
  });

  test("with a total that is too large by a constant is read, with a warning", async () => {
    await lived();
    world.lie = async (seen, honest) => {
      if (!asksForPage(seen)) return null;
      const { json, ...rest } = await honest();
      return { ...rest, json: { ...json, total: Number(json["total"]) + 3 } };
    };
    const { errors, warnings } = await diagnose(world.workspace, "plan");

    expect(errors).toEqual([]);
    expect(warnings.map(({ summary }) => summary)).toEqual([titles.fewerRows]);
  });

  test("from a hub that takes small pages only is read with those", async () => {
    await lived();
    world.lie = async ({ query }) =>
      Number(query.get("limit")) > 250
        ? { status: 422, json: { meta: { developer_message: "limit must be at most 250" } } }
        : null;
    const { errors } = await diagnose(world.workspace, "plan");

    expect(errors).toEqual([]);
    expect(world.server.seen.at(-1)?.query.get("limit")).toBe("200");
  });
});

const berlin = 'resource "dialog360_channel_ctwa_tracking" "berlin" {\n  channel_id = "berlinCH"\n}';

describe("a success that reports a failure", () => {
  test.each([
    ['{"meta":{"success":false,"http_code":403,"developer_message":"not in the plan"}}', "not in the plan"],
    ['{"error":"forbidden","error_description":"not for you"}', "not for you"],
    ['{"success":false,"message":"no such thing"}', "no such thing"],
    ['{"errors":["not today"]}', "not today"],
  ])("refuses a switch with its words: %s", async (body, words) => {
    world = await openLyingWorld();
    world.lie = async ({ path }) => (path.endsWith("/enable_ctwa") ? { status: 200, body } : null);
    await world.workspace.configure(berlin);
    const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

    expect(errors).toHaveLength(1);
    expect(errors[0]?.detail).toContain(words);
    expect(switches()).toHaveLength(1);
    expect(await world.workspace.state()).toEqual({});
  });

  test("refuses a login, once", async () => {
    world = await openLyingWorld();
    const json = { error: "invalid_grant", error_description: "Wrong password." };
    world.lie = async ({ path }) => (path.endsWith("/token") ? { status: 200, json } : null);
    await world.workspace.configure(berlin);
    const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

    expect(errors[0]?.summary).toMatch(/^Login to .* refused/);
    expect(errors[0]?.detail).toContain("Wrong password");
    expect(world.server.count("POST", "/token")).toBe(1);
  });

  test("is no proof that a channel is gone", async () => {
    world = await openLyingWorld();
    await world.workspace.configure(berlin);
    await world.workspace.apply();
    const json = { partner_channels: [], count: 0, total: 0, meta: { success: false } };
    world.lie = async ({ path }) => (path.endsWith("/channels") ? { status: 200, json } : null);
    const { errors } = await diagnose(world.workspace, "plan");

    expect(errors.length).toBeGreaterThan(0);
    world.lie = async () => null;
    expect((await diagnose(world.workspace, "plan")).errors).toEqual([]);
  });

  test.each(['{"success":true}', '{"errors":[]}', '{"error":null}', "fine", ""])(
    "is not %j: the switch is done",
    async (body) => {
      world = await openLyingWorld();
      world.lie = async ({ path }) => (path.endsWith("/enable_ctwa") ? { status: 200, body } : null);
      await world.workspace.configure(berlin);
      expect((await diagnose(world.workspace, "apply", "-auto-approve")).errors).toEqual([]);
    },
  );
});

describe("a time of a channel", () => {
  const changed = async (change: object) => {
    world = await openLyingWorld();
    world.lie = async (seen, honest) => {
      if (!seen.path.endsWith("/channels")) return null;
      const { json, ...rest } = await honest();
      const rows = json["partner_channels"] as Record<string, unknown>[];
      return {
        ...rest,
        json: {
          ...json,
          partner_channels: rows.map((row) => (row["id"] === "berlinCH" ? { ...row, ...change } : row)),
        },
      };
    };
    await world.workspace.configure(berlin);
    return diagnose(world.workspace, "apply", "-auto-approve");
  };

  test.each([0, "0", "0001-01-01T00:00:00Z"])("that is %j is none: the channel is switched", async (time) => {
    const { errors, warnings } = await changed({ terminated_at: time });
    expect([...errors, ...warnings]).toEqual([]);
    expect(switches()).toHaveLength(1);
  });

  test.each([1735689600, "1735689600", 1735689600000])("that is %j is of 2025", async (time) => {
    const { errors } = await changed({ terminated_at: time });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.detail).toContain("2025-01-01T00:00:00Z");
    expect(switches()).toEqual([]);
  });

  test("that cannot be read is a warning and no guess", async () => {
    const { errors, warnings } = await changed({ terminated_at: "the day before yesterday" });
    expect(errors).toEqual([]);
    expect(warnings[0]?.detail).toContain("the day before yesterday");
    expect(switches()).toHaveLength(1);
  });
});

test("tokens that are good for two requests each are renewed until all is done", async () => {
  world = await openLyingWorld();
  const used = new Map<string, number>();
  world.lie = async ({ path, headers }) => {
    if (path.endsWith("/token")) return null;
    const token = headers.authorization ?? "";
    used.set(token, (used.get(token) ?? 0) + 1);
    return (used.get(token) ?? 0) > 2 ? { status: 401 } : null;
  };
  await world.workspace.configure(`
resource "dialog360_channel_ctwa_tracking" "some" {
  for_each   = toset(["berlinCH", "hamburgCH", "munichCH"])
  channel_id = each.key
}`);
  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors).toEqual([]);
  expect(world.server.count("POST", "/token")).toBeGreaterThan(1);
  expect(
    ["berlinCH", "hamburgCH", "munichCH"].map((id) => world.simulator.control.channel(id)?.ctwa),
  ).toEqual([true, true, true]);
});

test("a redirect within the host names the path and says nothing of credentials", async () => {
  world = await openLyingWorld();
  world.lie = async ({ path }) =>
    path.endsWith("/enable_ctwa") ? { status: 301, headers: { location: `${path}/` } } : null;
  await world.workspace.configure(berlin);
  const { errors } = await diagnose(world.workspace, "apply", "-auto-approve");

  expect(errors[0]?.detail).toContain("/enable_ctwa/");
  expect(errors[0]?.detail).not.toMatch(/credential/i);
});

describe("a total that is too large by a constant", () => {
  test.each([
    ['data "dialog360_channel" "found" {\n  phone_number = "+4915550000002"\n}', 1],
    ['data "dialog360_client" "found" {\n  name = "Example Coffee"\n}', 1],
    ['data "dialog360_clients" "found" {}', 1],
    ['data "dialog360_client" "found" {\n  client_id = "exampleCL"\n}', 0],
  ])("is told once, unless an id says what is meant: %s", async (configuration, told) => {
    world = await openLyingWorld();
    world.simulator.control.changeChannel("berlinCH", { phone_number: "+4915550000002" });
    world.lie = async ({ path }, honest) => {
      if (!/\/(channels|clients)$/.test(path)) return null;
      const { json, ...rest } = await honest();
      return { ...rest, json: { ...json, total: Number(json["total"]) + 3 } };
    };
    await world.workspace.configure(configuration);
    const { errors, warnings } = await diagnose(world.workspace, "plan");

    expect(errors).toEqual([]);
    expect(warnings.map(({ summary }) => summary)).toEqual(Array(told).fill(titles.fewerRows));
  });
});

test.each([
  ['data "dialog360_channel" "found" {\n  channel_id = "BERLINch"\n}', "berlinCH"],
  ['data "dialog360_channels" "found" {\n  client_id = "exampleCl"\n}', "exampleCL"],
  ['data "dialog360_client" "found" {\n  client_id = "EXAMPLECL"\n}', "exampleCL"],
  [berlin.replace("berlinCH", "BerlinCH"), "berlinCH"],
])("an id in other letters is an error with the right one: %s", async (configuration, right) => {
  world = await openLyingWorld();
  await world.workspace.configure(configuration);
  const { errors } = await diagnose(world.workspace, "plan");

  expect(errors).toHaveLength(1);
  expect(errors[0]?.detail).toMatch(new RegExp(`${right}.*case-sensitive`));
});
