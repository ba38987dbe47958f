import { transformSync } from "@swc/core";
import { formats } from "../../../src/commands/adopt/formats";
import { adoptionOf, channelOf } from "./channels";

const nasty = 'Evil $\u007bfile("/etc/passwd")} %{ if true }\n} */ "quoted" <script>\u202e=1+1';
const channels = [
  channelOf("aCH"),
  channelOf("longerCH", { ctwaTracking: false, phoneName: null, phoneNumber: null }),
  channelOf("silentCH", { ctwaTracking: null, phoneName: nasty }),
];
const only = (files: ReadonlyMap<string, string>) => [...files.values()].join("");

test("a fleet has every channel of a client, and switches nothing when it is created", () => {
  const files = formats.fleet(adoptionOf(channels.slice(0, 2)));

  expect([...files.keys()]).toEqual(["acme.tf"]);
  expect(only(files)).toMatch(/^# Acme: 1 on, 1 off\.$/m);
  expect(only(files).replace(/^#.*\n/gm, "")).toBe(`resource "dialog360_ctwa_tracking_fleet" "acme" {
  client_id = "acmeCL"
  on_create = "assume"

  channels = {
    "aCH"      = true  # Acme aCH, +4915550000001
    "longerCH" = false # no name
  }
}
`);
});

test("channels without a client have a fleet without one", () => {
  const files = formats.fleet(adoptionOf([channelOf("aCH", { clientId: null, clientName: null })]));

  expect([...files.keys()]).toEqual(["no_client.tf"]);
  expect(only(files)).not.toContain("client_id");
});

test("a channel that the hub reports is imported, another is taken on trust", () => {
  const text = only(formats.blocks(adoptionOf([channelOf("aCH"), channelOf("bCH", { ctwaTracking: null })])));

  expect(text.match(/^import \{\n {2}to = .*\n {2}id = .*\n\}$/gm)).toEqual([
    'import {\n  to = dialog360_channel_ctwa_tracking.acme_acme_ach\n  id = "aCH"\n}',
  ]);
  expect(text.split("\n").filter((line) => line.includes("on_create"))).toHaveLength(1);
});

test.each([
  [true, "true"],
  [false, "false"],
])("where the hub reports nothing, %s is declared as asked", (unreported, word) => {
  expect(only(formats.fleet(adoptionOf(channels, unreported)))).toMatch(new RegExp(`"silentCH" = ${word} `));
});

test.each(["fleet", "blocks"] as const)("a name cannot leave its comment in %s", (format) => {
  const text = only(formats[format](adoptionOf(channels)));

  for (const line of text.split("\n").filter((one) => one.includes("Evil")))
    expect(line).toMatch(/^[^"]*#|= true {2}#/);
  expect(text).not.toContain("\u202e");
});

test.each(["cdktf", "cdktn"] as const)(
  "environments.ts for %s is a module with the fleets' properties",
  (framework) => {
    const text = only(formats[framework](adoptionOf(channels)));
    const { code } = transformSync(text, {
      jsc: { parser: { syntax: "typescript" } },
      module: { type: "commonjs" },
    });
    const exported = {};
    new Function("exports", "require", code)(exported, () => ({ OnCreate: { ASSUME: "assume" } }));

    expect(text).toContain(`"terraform-provider-dialog360/${framework}"`);
    expect(text).not.toContain("\u202e");
    expect(exported).toMatchObject({
      partnerId: "examplePA",
      fleets: {
        acme: {
          ...{ clientId: "acmeCL", onCreate: "assume" },
          channels: { aCH: true, longerCH: false, silentCH: true },
        },
      },
    });
  },
);

test("CSV quotes what needs it, and no cell begins like a formula", () => {
  const formula = channelOf("bCH", { phoneName: "=HYPERLINK(1)", clientName: '-1, +"2"\n' });
  const [header, ...rows] = only(formats.csv(adoptionOf([formula]))).split("\r\n");

  expect(header).toMatch(/^channel,client,tracking,/);
  expect(rows.join("|")).toBe(
    `bCH,acmeCL,on,on,'=HYPERLINK(1),+4915550000001,"'-1, +""2""\n",live,verified|`,
  );
});

test("JSON has the same rows", () => {
  const { partner_id, channels: found } = JSON.parse(only(formats.json(adoptionOf(channels))));

  expect(partner_id).toBe("examplePA");
  expect(found).toHaveLength(3);
  expect(found[2]).toMatchObject({ channel: "silentCH", tracking: "on", reported: "unknown", name: nasty });
});
