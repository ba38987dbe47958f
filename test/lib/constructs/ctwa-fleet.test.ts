import { TerraformOutput, TerraformVariable } from "cdktf";
import { CtwaFleet, type CtwaFleetProps, OnCreate, OnDestroy } from "../../../lib";
import { findings, fleets, synth, synthHcl } from "../stack";

const shops = (props: CtwaFleetProps) =>
  Object.values(fleets(synth((stack) => new CtwaFleet(stack, "shops", props))))[0];

test("a list of ids becomes the keys of one resource", () => {
  const options = { clientId: "bakeryCL", onCreate: OnCreate.ASSUME, onDestroy: OnDestroy.KEEP };
  expect(shops({ channels: ["viennaCH", "grazCH"], maxChanges: 5, ...options })).toEqual({
    channels: { viennaCH: true, grazCH: true },
    client_id: "bakeryCL",
    on_create: "assume",
    on_destroy: "keep",
    max_changes: 5,
  });
});

test("a map says of each channel whether tracking is on", () => {
  const channels = { viennaCH: false, grazCH: true };

  expect(shops({ channels })?.["channels"]).toEqual(channels);
  expect(shops({ channels: ["viennaCH"], enabled: false })?.["channels"]).toEqual({ viennaCH: false });
});

test("the address is made of the construct's id, and is the same in either framework", () => {
  const made = fleets(synth((stack) => new CtwaFleet(stack, "shops", { channels: ["viennaCH"] })));

  expect(Object.keys(made)).toEqual(["shops"]);
});

test("an apply fails as long as anything is pending where that is asked for, beside what else is", () => {
  const own = { condition: "${self.tracked_count > 0}", errorMessage: "None is on." };

  expect(
    shops({
      channels: ["viennaCH"],
      failOnPending: true,
      lifecycle: { preventDestroy: true, postcondition: [own] },
    })?.["lifecycle"],
  ).toEqual({
    prevent_destroy: true,
    postcondition: [
      { condition: "${self.tracked_count > 0}", error_message: "None is on." },
      { condition: "${length(self.pending) == 0}", error_message: "Pending: ${jsonencode(self.pending)}" },
    ],
  });
});

test("what is known only to Terraform can be passed on", () => {
  const { output } = synth((stack) => {
    const fleet = new CtwaFleet(stack, "shops", { channels: ["viennaCH"] });
    new TerraformOutput(stack, "pending", { value: fleet.pending });
    new TerraformOutput(stack, "count", { value: fleet.trackedCount });
    new TerraformOutput(stack, "id", { value: fleet.fleetId });
  });

  expect(Object.values(output ?? {}).map(({ value }) => String(value).replace(/shops_\w+/, "shops"))).toEqual(
    [
      "${dialog360_ctwa_tracking_fleet.shops.tracked_count}",
      "${dialog360_ctwa_tracking_fleet.shops.id}",
      "${dialog360_ctwa_tracking_fleet.shops.pending}",
    ],
  );
});

test("HCL has the same map, and refuses the postcondition that it would break", () => {
  expect(synthHcl((stack) => new CtwaFleet(stack, "shops", { channels: ["viennaCH"] }))).toMatch(
    /channels = \{\s+viennaCH = true\s+\}/,
  );
  expect(() =>
    synthHcl((stack) => new CtwaFleet(stack, "shops", { channels: ["viennaCH"], failOnPending: true })),
  ).toThrow("lifecycle.postcondition");
});

describe("at synth the construct's path is named where", () => {
  const wrong = (count: number) => Array.from({ length: count }, (_, number) => `x/${number}`);
  test.each<[string, Partial<CtwaFleetProps>, readonly string[]]>([
    ["there is no channel", { channels: [] }, ["channels is empty"]],
    ["an id is there twice", { channels: ["aCH", "aCH"] }, ['channels[1] repeats channels[0], "aCH".']],
    ["a key has a slash", { channels: { "x/y": true } }, ['The key "x/y" of channels must be an id']],
    [
      "a value is no position",
      { channels: { aCH: { enabled: true } as unknown as boolean } },
      ['channels["aCH"] must be true (on) or false (off)'],
    ],
    ["the client is empty", { clientId: "" }, ["clientId must not be empty."]],
    [
      "there are too many",
      { channels: Object.fromEntries(wrong(50_001).map((id) => [id, true])) },
      ["channels has 50001"],
    ],
    ["the partner is empty", { channels: ["aCH"], partnerId: "" }, ["partnerId must not be empty."]],
    ["nothing is given", { channels: undefined as unknown as string[] }, ["channels must be a list of ids"]],
  ])("%s", (_name, props, words) => {
    const found = findings(
      (stack) => new CtwaFleet(stack, "shops", { channels: ["aCH"], ...props } as CtwaFleetProps),
    );

    expect(found).toEqual(words.map((text) => expect.stringContaining(`[tracking/shops] ${text}`)));
  });

  test("many are wrong, a few of them by name", () => {
    expect(findings((stack) => new CtwaFleet(stack, "shops", { channels: wrong(30) }))).toHaveLength(21);
  });

  test("the channels are known to Terraform alone", () => {
    const found = findings((stack) => {
      const late = new TerraformVariable(stack, "late", { type: "list(string)" });
      new CtwaFleet(stack, "shops", { channels: late.listValue });
    });

    expect(found).toEqual([expect.stringMatching(/^\[tracking\/shops\] channels .*\bknown\b/)]);
  });
});
