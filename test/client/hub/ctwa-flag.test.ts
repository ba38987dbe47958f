import { findCtwaFlag } from "../../../src/client/hub/ctwa-flag";

const NOTHING = { tracking: null, field: null, missing: false };

describe("without a named field", () => {
  test.each([
    ["ctwa", { ctwa: true }, "ctwa", true],
    ["ctwa_enabled", { ctwa_enabled: false }, "ctwa_enabled", false],
    ["is_ctwa_enabled", { is_ctwa_enabled: true }, "is_ctwa_enabled", true],
    ["ctwa_tracking_active", { ctwa_tracking_active: true }, "ctwa_tracking_active", true],
    [
      "a flag one level down",
      { integration: { enabled: true, ctwa_tracking: false } },
      "integration.ctwa_tracking",
      false,
    ],
  ])("%s is found", (_, channel, field, tracking) => {
    expect(findCtwaFlag(channel, null)).toEqual({ tracking, field, missing: false });
  });

  test.each([
    ["no such name", { id: "exampleCH", integration: { enabled: true } }],
    ["two candidates", { ctwa: true, integration: { ctwa_enabled: true } }],
    ["a text", { ctwa: "true" }],
    ["a number", { ctwa_enabled: 1 }],
    ["null", { ctwa_enabled: null }],
    ["another meaning", { ctwa_beta: true, has_ctwa_clid: true, ctwa_enabled_at: true, CTWA: true }],
    ["two levels down", { a: { b: { ctwa: true } } }],
    ["inside a list", { flags: [{ ctwa: true }] }],
  ])("%s is not taken for the flag", (_, channel) => {
    expect(findCtwaFlag(channel, null)).toEqual(NOTHING);
  });
});

describe("with a named field", () => {
  test.each([
    ["tracking", { tracking: true }, true],
    ["integration.ctwa.on", { integration: { ctwa: { on: false } } }, false],
  ])("%s is read and nothing else is looked at", (field, channel, tracking) => {
    expect(findCtwaFlag({ ...channel, ctwa: !tracking }, field)).toEqual({ tracking, field, missing: false });
  });

  test.each([
    ["is not there", "integration.on", { integration: {} }],
    ["leads through something that is no object", "status.on", { status: "live" }],
    ["is a text", "on", { on: "true" }],
    ["is null", "on", { on: null }],
    ["is the name of something every object has", "constructor", {}],
  ])("a field that %s is missing, though another looks like the flag", (_, field, channel) => {
    expect(findCtwaFlag({ ...channel, ctwa: true }, field)).toEqual({
      tracking: null,
      field: null,
      missing: true,
    });
  });
});
