import type { Fault } from "../../../src/simulator";
import { diagnose } from "../harness/diagnose";
import { isOn, tracking } from "../harness/tracking";
import { openWorld } from "../harness/world";

const berlin = (enabled: boolean) => tracking("berlin", 'channel_id = "berlinCH"', `enabled = ${enabled}`);
const signals = 'data "dialog360_signals_configuration" "coffee" {\n  client_id = "exampleCL"\n}\n';

interface Cell {
  readonly fault: Fault;
  readonly retries: number;
  /** What the run that meets the fault does; @default switching on */
  readonly run?: "off" | "signals";
  /** Whether the hub reports the switch, so that it is looked up after it was sent. @default false */
  readonly reported?: boolean;
  /** What the user is told; nothing where it passes. */
  readonly told?: RegExp;
  /** Exit code of the next plan: 0 where it is empty. */
  readonly next: 0 | 2;
}

// Ten cells of the matrix that test/protocol has in full.
test.each<[string, Cell]>([
  ["500 at the login passes", { fault: { route: "token", status: 500 }, retries: 1, next: 0 }],
  ["502 at the list passes", { fault: { route: "channels", status: 502 }, retries: 1, next: 0 }],
  [
    "429 at a switch passes",
    { fault: { route: "enable_ctwa", status: 429, retryAfter: 1 }, retries: 0, next: 0 },
  ],
  [
    "a cut before the headers of a switch that took effect is told",
    {
      fault: { route: "enable_ctwa", cut: "after" },
      retries: 0,
      told: /POST \S+\/berlinCH\/enable_ctwa: the connection was cut/,
      next: 2,
    },
  ],
  [
    "a cut in the body of a look-up is a warning",
    {
      fault: { route: "channels", skip: 2, cut: "body" },
      reported: true,
      retries: 0,
      told: /GET \S+\/channels: .*(cut|shorter)/,
      next: 0,
    },
  ],
  [
    "a slow list is told",
    {
      fault: { route: "channels", slowBody: 60_000 },
      retries: 0,
      told: /GET \S+\/channels: no answer within 3 s/,
      next: 2,
    },
  ],
  [
    "a page of HTML in the place of a switch's answer is told",
    {
      fault: { route: "disable_ctwa", html: true, status: 200 },
      retries: 1,
      run: "off",
      told: /disable_ctwa \(200\) could not be used: it is a page of HTML/,
      next: 2,
    },
  ],
  [
    "null in the place of a list is told",
    {
      fault: { route: "channels", body: null },
      retries: 1,
      told: /channels \(200\) could not be used: it holds no list/,
      next: 2,
    },
  ],
  [
    "10 MB in the place of a token are told",
    { fault: { route: "token", bytes: 10_000_000 }, retries: 1, told: /without an access_token/, next: 2 },
  ],
  [
    "bytes that are no HTTP in the place of Facebook accounts pass",
    { fault: { route: "facebook_accounts", tls: true }, retries: 1, run: "signals", next: 0 },
  ],
])("%s, and the next plan is right", async (_what, { fault, retries, run, reported, told, next }) => {
  const env = { DIALOG360_MAX_RETRIES: String(retries), DIALOG360_REQUEST_TIMEOUT: "3s" };
  const world = await openWorld({ env, simulator: { ctwaField: reported ? "ctwa_enabled" : null } });
  const { workspace, simulator } = world;
  if (run === "off") {
    await workspace.configure(berlin(true));
    await workspace.apply();
  }
  await workspace.configure(run === "signals" ? signals : berlin(run !== "off"));
  simulator.control.addFault(fault);

  const { code, errors, warnings } = await diagnose(workspace, "apply", "-auto-approve");

  expect(simulator.control.faults()).toEqual([]);
  const details = [...errors, ...warnings].map(({ detail }) => detail);
  expect(details).toEqual(told === undefined ? [] : [expect.stringMatching(told)]);
  expect(code).toBe(errors.length === 0 ? 0 : 1);
  expect((await workspace.plan()).code).toBe(next);
  if (next === 2) await workspace.apply();
  if (run !== "signals") expect(isOn(world, "berlinCH")).toBe(run !== "off");
});
