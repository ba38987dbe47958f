import { TerraformVariable } from "cdktf";
import { ClientTracking, type ClientTrackingProps, OnDestroy } from "../../../lib";
import { findings, synth, trackings } from "../stack";

const bakery = (channelIds: readonly string[], options: Partial<ClientTrackingProps> = {}) =>
  trackings(
    synth((stack) => new ClientTracking(stack, "bakery", { clientId: "bakeryCL", channelIds, ...options })),
  );

test("each channel is a block of its own, with what all share", () => {
  const made = bakery(["viennaCH", "grazCH"], { onDestroy: OnDestroy.KEEP, timeouts: { read: "1m" } });

  expect(Object.values(made)).toEqual(
    ["grazCH", "viennaCH"].map((channel_id) => ({
      channel_id,
      client_id: "bakeryCL",
      on_destroy: "keep",
      timeouts: { read: "1m" },
    })),
  );
});

test("addresses stay when channels change places, come or go", () => {
  const before = bakery(["viennaCH", "grazCH", "linzCH"]);

  expect(bakery(["linzCH", "viennaCH", "grazCH"])).toEqual(before);
  expect(before).toMatchObject(bakery(["linzCH", "grazCH"]));
  expect(bakery(["newCH", "viennaCH", "grazCH", "linzCH"])).toMatchObject(before);
});

test("the address is made of the construct's id and the channel's, and is the same in either framework", () => {
  expect(Object.keys(bakery(["viennaCH"]))).toEqual(["bakery_viennaCH_184A7706"]);
});

test("ids that differ only in signs that addresses lack have addresses of their own", () => {
  expect(
    Object.values(bakery(["a.b", "ab", "a~b"]))
      .map(({ channel_id }) => channel_id)
      .sort(),
  ).toEqual(["a.b", "ab", "a~b"]);
});

test("one channel's tracking can be had by its id", () => {
  synth((stack) => {
    const client = new ClientTracking(stack, "bakery", { clientId: "bakeryCL", channelIds: ["viennaCH"] });

    expect(client.tracking("viennaCH").node.path).toBe("tracking/bakery/viennaCH");
    expect([...client.trackings.keys()]).toEqual(["viennaCH"]);
    expect(() => client.tracking("grazCH")).toThrow(/^tracking\/bakery .*"grazCH"/);
  });
});

describe("at synth the construct's path is named where", () => {
  test.each<[string, Partial<ClientTrackingProps>, readonly string[]]>([
    ["an id is empty", { channelIds: ["aCH", ""] }, ["channelIds[1] must not be empty."]],
    [
      "an id is there twice",
      { channelIds: ["aCH", "bCH", "aCH"] },
      ['channelIds[2] repeats channelIds[0], "aCH".'],
    ],
    ["an id has a slash", { channelIds: ["x/y"] }, ["channelIds[0] must be an id"]],
    [
      "the list is missing",
      { channelIds: undefined as unknown as string[] },
      ["channelIds must be a list of ids"],
    ],
    ["the client has a slash", { clientId: "x/y" }, ["clientId must be an id"]],
    ["the client is empty", { clientId: "" }, ["clientId must not be empty."]],
    ["the client is missing", { clientId: undefined as unknown as string }, ["clientId is needed"]],
    ["the partner is empty", { partnerId: "" }, ["partnerId must not be empty."]],
    ["several are wrong", { clientId: "", channelIds: [""] }, ["clientId must", "channelIds[0] must"]],
  ])("%s, once for all channels", (_name, props, words) => {
    const found = findings(
      (stack) =>
        new ClientTracking(stack, "bakery", {
          clientId: "bakeryCL",
          channelIds: ["viennaCH", "grazCH"],
          ...props,
        }),
    );

    expect(found).toEqual(words.map((text) => expect.stringContaining(`[tracking/bakery] ${text}`)));
  });

  test("an id, or the whole list, is known to Terraform alone", () => {
    const found = findings((stack) => {
      const variable = new TerraformVariable(stack, "late", { type: "string" });
      new ClientTracking(stack, "one", { clientId: "bakeryCL", channelIds: [variable.stringValue] });
      new ClientTracking(stack, "all", { clientId: "bakeryCL", channelIds: variable.listValue });
    });

    expect(found).toEqual([
      expect.stringContaining("[tracking/one] channelIds[0] "),
      expect.stringContaining("[tracking/all] channelIds "),
    ]);
  });
});

test("a client that Terraform alone knows passes", () => {
  const made = synth((stack) => {
    const client = new TerraformVariable(stack, "client", { type: "string" });
    new ClientTracking(stack, "bakery", { clientId: client.stringValue, channelIds: ["viennaCH"] });
  });

  expect(Object.values(trackings(made))).toEqual([{ channel_id: "viennaCH", client_id: "${var.client}" }]);
});
