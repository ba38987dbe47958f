import { compareChannels, countByClient, countFindings, FINDINGS } from "../../src/comparison";
import { compared, row, wanted } from "./facts";

const of = (...clientIds: string[]) => ({ clientIds: new Set(clientIds) });
const END = "2026-01-30T00:00:00Z";
const SENT = "2026-01-29T00:00:00Z";

test.each([
  ["missing", wanted(), null],
  ["terminated", wanted(), row("aCH", true, { terminatedAt: END })],
  ["terminated", wanted(of("otherCL")), row("aCH", false, { terminatedAt: END })],
  ["moved", wanted(of("otherCL")), row("aCH", true)],
  ["moved", wanted(of("otherCL")), row("aCH", false)],
  ["as-declared", wanted(of("otherCL")), row("aCH", true, { clientId: null })],
  ["as-declared", wanted({ enabled: false, evidence: "stale" }), row("aCH", false)],
  ["differs", wanted({ evidence: "assumed" }), row("aCH", false)],
  ["differs", wanted({ enabled: false }), row("aCH", true)],
  ["assumed", wanted({ evidence: "assumed" }), row("aCH")],
  ["stale", wanted({ evidence: "stale" }), row("aCH")],
  ["unverified", wanted(), row("aCH")],
  ["unverified", wanted({ enabled: null }), row("aCH", true)],
  ["unmanaged-tracked", null, row("aCH", true)],
  ["unmanaged", null, row("aCH", false)],
  ["unmanaged", null, row("aCH")],
])("%s, case %#", (finding, declared, channel) => {
  const found = compared(declared === null ? {} : { aCH: declared }, channel === null ? [] : [channel]);

  expect(found).toEqual([expect.objectContaining({ id: "aCH", finding, declared, channel })]);
});

test("channels that nobody declares count only if they are in scope and not terminated", () => {
  const channels = [
    row("oursCH"),
    row("theirsCH", true, { clientId: "otherCL" }),
    row("nobodysCH", true, { clientId: null }),
    row("endedCH", true, { terminatedAt: END }),
  ];

  expect(compared({}, channels, of("exampleCL")).map(({ id }) => id)).toEqual(["oursCH"]);
});

test("since is the end of a terminated channel and the last switch of one that counts, else not known", () => {
  const declared = {
    endedCH: wanted({ sentAt: SENT }),
    assumedCH: wanted({ sentAt: SENT, evidence: "assumed" }),
    flippedCH: wanted({ sentAt: SENT }),
    goneCH: wanted({ sentAt: SENT }),
  };
  const channels = [row("endedCH", true, { terminatedAt: END }), row("assumedCH"), row("flippedCH", false)];

  expect(compared(declared, channels).map(({ id, since }) => [id, since])).toEqual([
    ["endedCH", END],
    ["assumedCH", SENT],
    ["flippedCH", null],
    ["goneCH", null],
  ]);
});

test("counts are by client, sorted; a missing channel counts for the one client that is declared", () => {
  const declared = {
    goneCH: wanted(of("bakeryCL")),
    lostCH: wanted(),
    lostTooCH: wanted(of("aCL", "bCL")),
    onCH: wanted(),
  };
  const bakery = { clientId: "bakeryCL", clientName: "Bakery" };
  const counts = countByClient(compared(declared, [row("onCH", true), row("newCH", true, bakery)]));

  expect(counts.map(({ clientId, clientName, total }) => [clientId, clientName, total])).toEqual([
    ["bakeryCL", "Bakery", 2],
    ["exampleCL", "Example Coffee", 1],
    [null, null, 2],
  ]);
  expect(counts[0]?.counts).toMatchObject({ missing: 1, "unmanaged-tracked": 1, differs: 0 });
});

test("50,000 channels are compared with each looked at once", () => {
  let looks = 0;
  const channels = Array.from({ length: 50_000 }, (_, index) => row(`${index}CH`, index % 2 === 0));
  const found = compareChannels({
    declared: new Map(channels.map(({ id }) => [id, wanted()])),
    channels,
    clientIds: null,
    flagOf: ({ ctwaTracking }) => {
      looks += 1;
      return ctwaTracking;
    },
    endOf: () => null,
  });

  expect(looks).toBe(50_000);
  expect(countFindings(found)).toEqual({
    ...Object.fromEntries(FINDINGS.map((finding) => [finding, 0])),
    ...{ "as-declared": 25_000, differs: 25_000 },
  });
});
