import { parseDeclaredFile } from "../../../src/commands/report/declared/declared-file";
import { declarationsOf } from "../../../src/commands/report/declared/declared-in-state";
import { parseIgnoreList } from "../../../src/commands/report/declared/ignore-list";

const NOW = Date.parse("2026-01-31T12:00:00Z");

const read = (text: string) =>
  parseDeclaredFile(text, "a.csv").map(([id, { enabled, clientIds }]) => [id, enabled, ...(clientIds ?? [])]);

test.each([
  ["CSV", "channel,client,tracking\r\naCH,aCL,on\r\nbCH,,off\r\n"],
  [
    "semicolons, other headings and their order",
    'Tracking;name;channel_id;client_id\nTRUE;"x;""y";aCH;aCL\nfalse;;bCH;\n',
  ],
  [
    "a byte order mark, empty lines and a quoted cell",
    '\uFEFFchannel,client,tracking\n\n"aCH",aCL,on\n\nbCH,,off',
  ],
  ["JSON", '[{"channel":"aCH","client":"aCL","tracking":"on"},{"channel_id":"bCH","enabled":false}]'],
  [
    "the JSON of adopt",
    '{"partner_id":"examplePA","channels":[{"channel":"aCH","client":"aCL","tracking":"on"},{"channel":"bCH","client":null,"tracking":"off"}]}',
  ],
])("declared channels are read from %s", (_, text) => {
  expect(read(text)).toEqual([
    ["aCH", true, "aCL"],
    ["bCH", false],
  ]);
});

test.each([
  ["", /is empty/],
  ["channel,client\naCH,aCL\n", /no column "tracking"/],
  ["id,state\n", /no column "channel"/],
  ["channel,tracking\naCH\n", /row 2, has 1 cells/],
  ["channel,tracking\naCH,maybe\n", /row 2, has tracking = "maybe"/],
  ["channel,tracking\n,on\n", /row 2, has no "channel"/],
  ["channel,tracking\na/b,on\n", /row 2, .* no id/],
  ['channel,tracking\n"aCH,on\n', /character 18 on/],
  ['[{"channel":"aCH","trac', /not JSON, or is cut off/],
  ['{"aCH":true}', /no list/],
  ["[1]", /entry 1, is no object/],
  ['[{"channel":"aCH"}]', /entry 1, has no "tracking"/],
  ['[{"channel":1,"tracking":true}]', /"channel" that is no text/],
])("what declares nothing is named with its place, case %#", (text, problem) => {
  expect(() => read(text)).toThrow(problem);
});

const IGNORED =
  "channel,client,reason,until\naCH,,being moved,2026-02-01\n,bCL,leaves us,2026-01-31\ncCH,,old,2026-01-30\n";

test("the ignore list counts until the end of its last day, for a channel or for a client", () => {
  const { find, expired } = parseIgnoreList(IGNORED, "ignore.csv", NOW);

  expect(find("aCH", "xCL")).toMatchObject({ reason: "being moved" });
  expect(find("zCH", "bCL")).toMatchObject({ clientId: "bCL", until: "2026-01-31" });
  expect(find("cCH", "xCL")).toBeNull();
  expect(find("zCH", null)).toBeNull();
  expect(expired).toEqual([expect.objectContaining({ channelId: "cCH" })]);
});

test.each([
  ["channel,reason,until\naCH,,2026-02-01\n", /has no "reason"|has no reason/],
  ["channel,reason,until\naCH,why,\n", /has no end/],
  ["channel,reason,until\naCH,why,2026-02-30\n", /has no end/],
  ["channel,reason,until\naCH,why,tomorrow\n", /has no end/],
  ["channel,client,reason,until\naCH,aCL,why,2026-02-01\n", /only one of them/],
  ["channel,client,reason,until\n,,why,2026-02-01\n", /a channel or a client/],
  ["channel,until\naCH,2026-02-01\n", /no column "reason"/],
])("an entry without its reason, its end or its one object is refused, case %#", (text, problem) => {
  expect(() => parseIgnoreList(text, "ignore.csv", NOW)).toThrow(problem);
});

const managed = (parts: object) => ({
  ...{ channelId: "aCH", partnerId: "examplePA", clientId: "aCL", enabled: true, verification: "assumed" },
  ...{ pending: null, assertedAt: null, reassertAfter: null, address: "x.y", source: "a.json", ...parts },
});

test.each([
  ["assumed", {}],
  ["assumed", { verification: "observed" }],
  ["unverified", { verification: "unverified" }],
  ["unverified", { verification: null }],
  ["stale", { verification: "stale" }],
  ["stale", { verification: "assumed", pending: "refused" }],
  ["stale", { assertedAt: "2026-01-30T11:59:00Z", reassertAfter: "24h" }],
  ["assumed", { assertedAt: "2026-01-30T12:01:00Z", reassertAfter: "24h" }],
])("a state makes a switch %s, case %#", (evidence, parts) => {
  expect(declarationsOf([managed(parts)], NOW)).toEqual([
    ["aCH", expect.objectContaining({ evidence, source: "x.y in a.json" })],
  ]);
});

test("in a fleet that is stale, pending channels are the stale ones", () => {
  const rows = [
    managed({ verification: "stale", pending: "not_sent" }),
    managed({ channelId: "bCH", verification: "stale" }),
    managed({ channelId: "cCH", verification: "stale", source: "b.json" }),
  ];

  expect(declarationsOf(rows, NOW).map(([, { evidence }]) => evidence)).toEqual([
    "stale",
    "assumed",
    "stale",
  ]);
});
