import { titles } from "../../../src/provider/titles";
import { tracking } from "../harness/tracking";
import { openWorld, type World } from "../harness/world";

interface Line {
  readonly process_id: number;
  readonly applied: boolean;
  readonly requests: number;
  readonly too_many_requests: number;
  readonly waited_ms: number;
  readonly endpoints: readonly { readonly endpoint: string; readonly requests: number }[];
}

const LIST = "GET /partners/{partner_id}/channels";

async function report({ workspace }: World): Promise<Line[]> {
  const text = await workspace.read("usage.jsonl");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

it("appends a line for each process that was configured, with just the requests that the hub has seen", async () => {
  const world = await openWorld({ env: { DIALOG360_USAGE_REPORT_PATH: "usage.jsonl" } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  await world.workspace.run("validate");
  await world.workspace.apply();

  const lines = await report(world);

  expect(lines.map(({ applied }) => applied)).toEqual([false, true]);
  expect(new Set(lines.map(({ process_id: id }) => id)).size).toBe(2);
  const total = lines.reduce((sum, { requests }) => sum + requests, 0);
  expect(total).toBe(world.simulator.requests.list().length);
  expect(lines[1]?.endpoints).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ endpoint: LIST }),
      expect.objectContaining({ endpoint: "POST /token", requests: 1 }),
      expect.objectContaining({
        endpoint: "POST /partners/{partner_id}/clients/{client_id}/channels/{channel_id}/enable_ctwa",
        requests: 1,
      }),
    ]),
  );
  const text = await world.workspace.read("usage.jsonl");
  expect(text).not.toMatch(/examplePA|exampleCL|berlinCH|partner@example\.com/);
});

it("tells the refusals and the time that was waited because of them", async () => {
  const world = await openWorld();
  world.simulator.control.addFault({
    route: "channels",
    status: 429,
    headers: { "retry-after": "1" },
    times: 1,
  });
  await world.workspace.configure(
    tracking("berlin", 'channel_id = "berlinCH"'),
    'provider "dialog360" {\n  usage_report_path = "usage.jsonl"\n}',
  );
  await world.workspace.apply();
  const lines = await report(world);
  expect(lines.reduce((sum, line) => sum + line.too_many_requests, 0)).toBe(1);
  expect(lines.reduce((sum, line) => sum + line.waited_ms, 0)).toBeGreaterThanOrEqual(900);
});

it("writes whole lines from processes side by side", async () => {
  const world = await openWorld({ env: { DIALOG360_USAGE_REPORT_PATH: "usage.jsonl" } });
  const names = ["one", "two", "three", "four"];
  const aliases = names.map((name) => `provider "dialog360" {\n  alias = "${name}"\n}`).join("\n");
  const reads = names.map(
    (name) =>
      `data "dialog360_channel" "${name}" {\n  provider = dialog360.${name}\n  channel_id = "berlinCH"\n}`,
  );
  await world.workspace.configure(reads.join("\n"), aliases);
  expect((await world.workspace.run("plan")).code).toBe(0);
  expect((await report(world)).map(({ requests }) => requests)).toEqual([2, 2, 2, 2]);
});

it("says the same at level INFO", async () => {
  const world = await openWorld({ env: { TF_LOG_PROVIDER: "info" } });
  await world.workspace.configure('data "dialog360_channel" "berlin" {\n  channel_id = "berlinCH"\n}');
  const { stderr } = await world.workspace.run("plan");
  expect(stderr.match(/\[INFO\].*requests of this process.*/g)).toEqual([
    expect.stringContaining("applied=false"),
  ]);
});

it("warns of a folder that is missing, and the work is done all the same", async () => {
  const world = await openWorld({ env: { DIALOG360_USAGE_REPORT_PATH: "missing/usage.jsonl" } });
  await world.workspace.configure(tracking("berlin", 'channel_id = "berlinCH"'));
  const { output } = await world.workspace.apply();
  expect(output).toContain(titles.usageReportFailed);
  expect((await world.workspace.plan()).code).toBe(0);
});
