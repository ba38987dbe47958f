import { diagnose } from "../harness/diagnose";
import { openWorld } from "../harness/world";

const channels = (...lines: readonly string[]) =>
  `data "dialog360_channels" "some" {\n  ${lines.join("\n  ")}\n}`;

test("a word that account_mode does not know is refused, with the words that it knows", async () => {
  const { workspace } = await openWorld();
  await workspace.configure(channels('account_mode = "Live"'));

  const { errors } = await diagnose(workspace, "validate");

  expect(errors).toMatchObject([
    { line: 'account_mode = "Live"', detail: expect.stringContaining('"live"') },
  ]);
});

test.each([
  ["channels", channels('client_id = "typoCL"'), 'client_id = "typoCL"'],
  [
    "the report",
    'data "dialog360_ctwa_tracking_report" "all" {\n  declared   = {}\n  client_ids = ["exampleCL", "typoCL"]\n}',
    'client_ids = ["exampleCL", "typoCL"]',
  ],
])("a client that the partner does not have is an error in %s", async (_name, hcl, line) => {
  const { workspace } = await openWorld();
  await workspace.configure(hcl);

  const { errors } = await diagnose(workspace, "plan");

  expect(errors).toMatchObject([{ line, detail: expect.stringContaining("typoCL") }]);
});

test("with allow_empty such a client gives an empty result", async () => {
  const { workspace } = await openWorld();
  await workspace.configure(
    `${channels('client_id   = "typoCL"', "allow_empty = true")}\noutput "found" {\n  value = length(data.dialog360_channels.some.channels)\n}`,
  );

  await workspace.apply();

  expect((await workspace.run("output", "-raw", "found")).stdout).toBe("0");
});

test("a data source that is told to wait longer than timeouts.read fails at once", async () => {
  const { workspace, simulator } = await openWorld();
  simulator.control.addFault({ route: "channels", status: 429, retryAfter: 600, times: "always" });
  await workspace.configure(channels('client_id = "exampleCL"'));

  const { errors } = await diagnose(workspace, "plan");

  expect(errors).toHaveLength(1);
  expect(errors[0]?.detail).toContain("600 s");
  expect(simulator.requests.list("channels")).toHaveLength(1);

  simulator.control.clearFaults();
  simulator.control.addFault({ route: "channels", status: 429, retryAfter: 1, times: 1 });
  await workspace.configure(channels("timeouts = {", '  read = "10m"', "}"));
  expect((await workspace.plan()).code).toBe(0);
});
