import type { Channel } from "../../../src/client";
import { type IgnoreList, ignoreNothing } from "../../../src/commands/report/declared/ignore-list";
import { assembleComparison, type TrackingReport } from "../../../src/commands/report/tracking-report";
import { compareChannels, DRIFT, type Finding } from "../../../src/comparison";
import { row, wanted } from "../../comparison/facts";

/** A name that breaks out of every format which does not escape it. */
export const EVIL =
  "</script><img src=x onerror=alert(1)> | `code` **bold** @everyone [a](b) \"q\" 's' $\u007bx}\n]]>\u202egnp\u0000";

/** Parts of a report that differ from test to test. */
export interface Parts {
  readonly failOn?: ReadonlySet<Finding>;
  readonly ignore?: IgnoreList;
  readonly exact?: boolean;
  readonly channels?: readonly Channel[];
}

/** A report with a channel of most findings: sixCH as declared, the others named for what is found of them. */
export function exampleReport({
  failOn = DRIFT,
  ignore = ignoreNothing,
  exact = true,
  channels = [],
}: Parts = {}): TrackingReport {
  const bakery = { clientId: "bakeryCL", clientName: "Bakery Example" };
  const of = (...clientIds: string[]) => ({ clientIds: new Set(clientIds), source: "fleet.shops in a.json" });
  const compared = compareChannels({
    declared: new Map([
      ["goneCH", wanted(of("bakeryCL"))],
      ["endedCH", wanted(of("exampleCL"))],
      ["movedCH", wanted(of("bakeryCL"))],
      ["flippedCH", wanted(of("exampleCL"))],
      ["staleCH", wanted({ ...of("exampleCL"), evidence: "stale", sentAt: "2026-01-02T00:00:00Z" })],
      ["sixCH", wanted(of("bakeryCL"))],
    ]),
    channels: [
      row("endedCH", true, { terminatedAt: "2026-01-01T00:00:00Z" }),
      row("movedCH", true),
      row("flippedCH", false),
      row("staleCH"),
      row("sixCH", true, bakery),
      row("trackedCH", true, bakery),
      row("idleCH", false, bakery),
      ...channels,
    ],
    clientIds: null,
    flagOf: ({ ctwaTracking }) => ctwaTracking,
    endOf: ({ terminatedAt }) => terminatedAt,
  });
  return {
    ...{ partnerId: "examplePA", at: "2026-01-31T12:00:00.000Z", sources: ["a.json"], failOn, plan: null },
    comparison: assembleComparison(compared, { failOn, ignore, exact }),
  };
}

/** The same with a channel and a client whose names are markup, and a channel id that nobody would give. */
export function evilReport(): TrackingReport {
  return exampleReport({
    channels: [row("evilCH", true, { clientId: "evilCL", clientName: EVIL, phoneName: EVIL })],
    failOn: new Set<Finding>([...DRIFT, "unmanaged-tracked"]),
  });
}

/** A report on many channels of many clients, a fiftieth of them flipped. */
export function largeReport(count: number, clients: number): TrackingReport {
  const channels = Array.from({ length: count }, (_, index) => {
    const client = index % clients;
    const own = { clientId: `c${client}CL`, clientName: `Client ${client}` };
    return row(`n${String(index).padStart(5, "0")}CH`, index % 50 !== 0, {
      ...own,
      phoneName: `Shop ${index}`,
    });
  });
  const compared = compareChannels({
    declared: new Map(
      channels.map(({ id, clientId }) => [
        id,
        wanted({ clientIds: new Set([String(clientId)]), source: "fleets" }),
      ]),
    ),
    channels,
    clientIds: null,
    flagOf: ({ ctwaTracking }) => ctwaTracking,
    endOf: ({ terminatedAt }) => terminatedAt,
  });
  return {
    ...{
      partnerId: "examplePA",
      at: "2026-01-31T12:00:00.000Z",
      sources: ["a.json"],
      failOn: DRIFT,
      plan: null,
    },
    comparison: assembleComparison(compared, { failOn: DRIFT, ignore: ignoreNothing, exact: true }),
  };
}
