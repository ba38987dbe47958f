import { Diagnostics, UNKNOWN } from "../../src/framework";
import { configure, userAgent } from "../../src/provider/configure";
import { type Configuration, settingsSchema } from "../../src/provider/settings/schema";
import { titles } from "../../src/provider/titles";
import { version } from "../../src/version";

function configured(parts: Partial<Configuration>) {
  const nothing = Object.fromEntries(Object.keys(settingsSchema).map((name) => [name, null]));
  const diagnostics = new Diagnostics();
  const redacted: string[] = [];
  const log = { redact: (secret: string) => void redacted.push(secret), log: () => {} } as never;
  const config = { ...(nothing as unknown as Configuration), ...parts };
  const context = { config, diagnostics, terraformVersion: "1.11.4", log };
  return { session: configure(context, {}), diagnostics, redacted };
}

const ref = { partnerId: "examplePA", clientId: "exampleCL", channelId: "exampleCH" };

test("the log is told each secret, so that it can leave it out", () => {
  const { redacted } = configured({ username: "u", password: "example-password", api_key: "example-key" });

  expect(redacted).toEqual(expect.arrayContaining(["example-password", "example-key"]));
});

test("the partner is handed on, unknown included", () => {
  expect(configured({ api_key: "key", partner_id: "examplePA" }).session.partnerId).toBe("examplePA");
  expect(configured({ api_key: "key", partner_id: UNKNOWN }).session.partnerId).toBe(UNKNOWN);
  expect(configured({ api_key: "key" }).session.partnerId).toBeNull();
});

test.each<[string, Partial<Configuration>, boolean]>([
  ["the address of Signals", { signals_base_url: UNKNOWN }, true],
  ["a guard of writes", { read_only: UNKNOWN }, false],
])("while %s is unknown, what needs it is refused by itself", async (_, parts, isForSignals) => {
  const { api } = configured({ api_key: "key", hub_base_url: "http://127.0.0.1:9", ...parts }).session;
  const refused = { diagnostic: { summary: titles.settingsNotKnown } };
  const keyword = { appId: "1", adId: "2", keywordId: "3" };

  const answers = await Promise.allSettled([
    api.ctwa.enable(ref, { signal: AbortSignal.abort() }),
    api.signals.facebookAccounts("exampleCL", { signal: AbortSignal.abort() }),
    api.signals.setKeywordPostback(keyword, "https://example.com", { signal: AbortSignal.abort() }),
    api.channels.find("examplePA", "exampleCH", { signal: AbortSignal.abort() }),
  ]);

  const isRefused = [!isForSignals, isForSignals, true, false];
  for (const [index, answer] of answers.entries()) {
    expect(answer).toMatchObject({
      reason: isRefused[index] ? refused : expect.not.objectContaining(refused),
    });
  }
});

test("settings that are not known yet are no error until something is asked, which then names them", async () => {
  const { session, diagnostics } = configured({ username: "u", password: UNKNOWN, hub_base_url: UNKNOWN });
  const { api: client } = session;

  expect(diagnostics.list).toEqual([]);
  for (const ask of [
    () => client.channels.find("examplePA", "exampleCH"),
    () => client.channels.list("examplePA", {}),
    () => client.ctwa.enable(ref),
    () => client.signals.facebookAccounts("exampleCL"),
  ]) {
    await expect(ask()).rejects.toMatchObject({
      diagnostic: {
        summary: titles.settingsNotKnown,
        detail: expect.stringContaining("password, hub_base_url"),
      },
    });
  }
  await client.close();
});

test("an error leaves nothing behind that could be used", async () => {
  const { session, diagnostics } = configured({});

  expect(diagnostics.hasErrors).toBe(true);
  await expect(session.api.ctwa.enable(ref)).rejects.toThrow();
});

test("each configuration starts with nothing written", () => {
  const [first, second] = [configured({ api_key: "key" }).session, configured({ api_key: "key" }).session];
  first.writes.declare(ref);

  expect(second.writes.isDeclared(ref)).toBe(false);
});

test("the user agent names provider, Terraform and runtime, and nothing that would break a header", () => {
  expect(userAgent("1.11.4")).toBe(
    `terraform-provider-dialog360/${version} (Terraform 1.11.4; Node.js ${process.versions.node})`,
  );
  expect(userAgent("1.0\r\nX: y")).not.toMatch(/[\r\n:]/);
  expect(userAgent("")).toContain("Terraform unknown");
});

test("configuring again begins with nothing that was read, written or believed before", () => {
  const [one, other] = [configured({ api_key: "key" }).session, configured({ api_key: "key" }).session];

  for (const part of ["api", "writes", "flag"] as const) expect(one[part]).not.toBe(other[part]);
});

test("a guard of switches that is not known yet stops a switch, and no read", async () => {
  const { session, diagnostics } = configured({
    api_key: "key",
    read_only: UNKNOWN,
    max_retries: 0,
    hub_base_url: "http://127.0.0.1:1",
  });

  expect(diagnostics.hasErrors).toBe(false);
  await expect(session.api.ctwa.enable(ref)).rejects.toMatchObject({
    diagnostic: { detail: expect.stringContaining("read_only") },
  });
  await expect(session.api.channels.find("examplePA", "exampleCH")).rejects.toMatchObject({
    kind: "network",
  });
  await session.api.close();
});
