import { titles } from "../../../src/provider/titles";
import { diagnose } from "../harness/diagnose";
import { describeSince } from "../harness/since";
import { unwrapped } from "../harness/terraform";
import { tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

const AD = "920000000001001";
const ADDRESS = "dialog360_signals_keyword_postback.order";
const NEW = "https://example.com/new";
const shop = tracking("shop", 'channel_id = "exampleCH"');
const ids = (keyword = "1002") => ['app_id = "100001"', `ad_id = "${AD}"`, `keyword_id = "${keyword}"`];

function postback(...lines: readonly string[]): string {
  return `resource "dialog360_signals_keyword_postback" "order" {\n${lines.join("\n")}\n}\n`;
}

function urlOf({ simulator }: World, keyword = "1002"): string | undefined {
  return simulator.control.postbacks().find(({ keyword_id }) => keyword_id === keyword)?.url;
}

function setElsewhere({ simulator }: World, url: string): void {
  simulator.control.setPostback({ ad_id: AD, keyword_id: "1002", url });
}

const writes = ({ simulator }: World) =>
  simulator.requests
    .list()
    .flatMap(({ method, route }) => (method === "POST" && route !== "token" ? [route] : []));

test("a postback is set after the switch, drift shows and is healed, and what is gone is set again", async () => {
  const world = await openWorld({ simulator: { strictPostback: true } });
  const block = (url: string) =>
    shop +
    postback(
      "app_id = dialog360_channel_ctwa_tracking.shop.app_id",
      "channel_id = dialog360_channel_ctwa_tracking.shop.channel_id",
      ...ids().slice(1),
      `url = "${url}"`,
    );
  await world.workspace.configure(block(NEW));
  await world.workspace.apply();
  expect([writes(world), urlOf(world)]).toEqual([["enable_ctwa", "set_keyword_postback"], NEW]);
  expect((await world.workspace.state())[ADDRESS]).toMatchObject({ id: `100001/${AD}/1002`, url: NEW });

  await world.workspace.configure(block(`${NEW}/`.replace("/new/", "/./new")));
  expect((await world.workspace.plan()).code).toBe(0);

  setElsewhere(world, "https://example.com/elsewhere");
  const drifted = await world.workspace.plan();
  expect(drifted.changes).toMatchObject([{ address: ADDRESS, actions: ["update"] }]);
  expect(drifted.output).not.toContain("elsewhere");

  world.simulator.control.removePostback(AD, "1002");
  const gone = await world.workspace.plan();
  expect(gone.changes).toMatchObject([{ address: ADDRESS, actions: ["create"] }]);
  expect(unwrapped(gone)).toContain(titles.postbackGone);

  await world.workspace.configure(block("https://example.com/updated"));
  await world.workspace.apply();
  expect(urlOf(world)).toBe("https://example.com/updated");
  expect((await world.workspace.plan()).code).toBe(0);
});

test("a write-only URL stays out of state, plan and output; its drift is seen, and its version sends it", async () => {
  const world = await openWorld();
  const block = (token: string, version: number) =>
    postback(...ids(), `url_wo = "https://example.com/?t=${token}"`, `url_wo_version = ${version}`);
  const said: string[] = [];
  const stored = async () => said.push(await world.workspace.read("terraform.tfstate"));
  await world.workspace.configure(block("invented-first", 1));
  said.push((await world.workspace.apply()).output);
  await stored();
  expect(urlOf(world)).toContain("invented-first");

  await world.workspace.configure(block("invented-second", 1));
  const unsent = await world.workspace.plan();
  expect([unsent.code, unwrapped(unsent).includes("url_wo is not sent")]).toEqual([0, true]);
  await world.workspace.configure(block("invented-second", 2));
  said.push((await world.workspace.apply()).output);
  expect(urlOf(world)).toContain("invented-second");

  setElsewhere(world, "https://example.com/?t=invented-theirs");
  const drifted = await world.workspace.plan();
  expect(drifted.changes).toMatchObject([
    { actions: ["update"], before: { url_wo_version: null }, after: { url_wo_version: 2 } },
  ]);
  expect(unwrapped(drifted)).toContain(titles.postbackChanged);
  said.push((await world.workspace.apply()).output, drifted.output, unsent.output);
  await stored();
  expect(urlOf(world)).toContain("invented-second");
  expect((await world.workspace.plan()).code).toBe(0);
  expect(said.join("\n")).not.toContain("invented-");
});

test("destroy leaves the postback with a warning, or puts a URL in its place", async () => {
  const world = await openWorld();
  await world.workspace.configure(postback(...ids(), `url = "${NEW}"`));
  await world.workspace.apply();
  const before = writes(world).length;
  expect(unwrapped(await world.workspace.destroy())).toContain(titles.postbackStays);
  expect([urlOf(world), writes(world).length]).toEqual([NEW, before]);

  const block = postback(...ids(), `url = "${NEW}"`, 'on_destroy = "https://example.com/unused"');
  await world.workspace.configure(block);
  await world.workspace.apply();
  expect(unwrapped(await world.workspace.destroy())).not.toContain(titles.postbackStays);
  expect(urlOf(world)).toBe("https://example.com/unused");
});

test("an import by id reads the URL; one of another form, or of a keyword without a postback, is refused", async () => {
  const world = await openWorld();
  await world.workspace.configure(postback(...ids("1001"), 'url = "https://example.com/conversions"'));
  const wrong = await world.workspace.run("import", "-no-color", ADDRESS, `${AD}/1001`);
  expect([wrong.code, unwrapped(wrong).includes(titles.invalidImportId)]).toEqual([1, true]);
  const none = await world.workspace.run("import", "-no-color", ADDRESS, `100001/${AD}/9`);
  expect([none.code, unwrapped(none).includes("non-existent")]).toEqual([1, true]);
  expect((await world.workspace.run("import", ADDRESS, `100001/${AD}/1001`)).code).toBe(0);
  expect((await world.workspace.plan()).code).toBe(0);
  expect(writes(world)).toEqual([]);
});

describeSince("an import by identity", { terraform: "1.12", tofu: "1.12" })("an import by identity", () => {
  it("takes the URL out of the state where the block has url_wo", async () => {
    const world = await openWorld();
    const block = `import {\n  to = ${ADDRESS}\n  identity = { app_id = "100001", ad_id = "${AD}", keyword_id = "1001" }\n}\n`;
    await world.workspace.configure(
      block + postback(...ids("1001"), 'url_wo = "https://example.com/conversions"', "url_wo_version = 1"),
    );
    await world.workspace.apply();
    expect(await world.workspace.read("terraform.tfstate")).not.toContain("example.com/conversions");
    expect((await world.workspace.plan()).code).toBe(0);
  });
});

test("bad input is refused at its argument", async () => {
  const world = await openWorld();
  const cases = [
    [],
    ['url = "http://example.com/invented"'],
    ['url = "https://"'],
    [`url = "${NEW}"`, 'url_wo = "https://example.com"', "url_wo_version = 1"],
    ['url_wo = "https://example.com"'],
    [`url = "${NEW}"`, "url_wo_version = 1"],
    [`url = "${NEW}"`, 'on_destroy = "remove"'],
  ];
  await world.workspace.configure(
    cases.map((lines, index) => postback(...ids(), ...lines).replace('"order"', `"case${index}"`)).join("\n"),
  );
  const { errors } = await diagnose(world.workspace, "validate");
  const found = errors.map(
    ({ address, line }) => `${address?.split("case")[1]} ${line?.split(" ")[0] ?? ""}`,
  );
  expect(found.sort()).toEqual([
    "0 resource",
    "1 url",
    "2 url",
    "3 url_wo",
    "4 url_wo",
    "5 url_wo_version",
    "6 on_destroy",
  ]);
  expect(errors.map(({ detail }) => detail).join("\n")).not.toContain("invented");
});

test("a plan is refused for an ad that Signals does not have, another app, or tracking that is off", async () => {
  const world = await openWorld({ simulator: { ctwaField: "ctwa_enabled" } });
  const cases = [
    ['app_id = "100001"', 'ad_id = "1"', 'keyword_id = "1"'],
    [...ids(), 'channel_id = "berlinCH"'],
    [...ids(), 'channel_id = "exampleCH"'],
    [...ids(), 'channel_id = "nowhereCH"'],
  ];
  await world.workspace.configure(
    cases
      .map((lines, index) => postback(...lines, `url = "${NEW}"`).replace('"order"', `"case${index}"`))
      .join("\n"),
  );
  const { code, errors } = await diagnose(world.workspace, "plan");
  const found = errors.map(({ address, summary, line }) => [
    address?.split("case")[1],
    summary,
    line?.split(" ")[0],
  ]);
  expect([code, found.sort()]).toEqual([
    1,
    [
      ["0", titles.adNotFound, "ad_id"],
      ["1", titles.otherApp, "channel_id"],
      ["2", titles.trackingOff, "channel_id"],
      ["3", titles.channelNotFound, "channel_id"],
    ],
  ]);
});

test("tracking that the configuration switches off is refused, by the app alone too", async () => {
  const world = await openWorld();
  await world.workspace.configure(shop);
  await world.workspace.apply();
  const off = tracking("shop", 'channel_id = "exampleCH"', "enabled = false");
  await world.workspace.configure(
    off +
      postback("app_id = dialog360_channel_ctwa_tracking.shop.app_id", ...ids().slice(1), `url = "${NEW}"`),
  );
  const { errors } = await diagnose(world.workspace, "plan");
  expect(errors).toMatchObject([{ summary: titles.trackingOff }]);
});

test("a plan warns of a postback that it replaces, and a refused apply names the cause without the URL", async () => {
  const world = await openWorld({ simulator: { strictPostback: true } });
  setElsewhere(world, "https://example.com/?t=invented-theirs");
  await world.workspace.configure(postback(...ids(), 'url = "https://example.com/?t=invented-ours"'));
  const plan = await world.workspace.plan();
  expect(unwrapped(plan)).toContain(titles.postbackReplaced);
  const body = { message: "https://example.com/?t=invented-ours is unwanted" };
  world.simulator.control.addFault({ route: "set_keyword_postback", status: 400, body, times: 1 });
  for (const status of [400, 409]) {
    const run = await world.workspace.run("apply", "-auto-approve", "-no-color");
    expect([run.code, unwrapped(run).includes(`(${status})`)]).toEqual([1, true]);
    expect(run.output + plan.output).not.toContain("invented-");
  }
  world.workspace.setEnv({ DIALOG360_READ_ONLY: "true" });
  const readOnly = await world.workspace.run("apply", "-auto-approve", "-no-color");
  expect(unwrapped(readOnly)).toContain(titles.readOnly);
  expect(urlOf(world)).toContain("invented-theirs");
});
