import path from "node:path";
import type { Channel } from "../../client";
import { compareChannels, FINDINGS } from "../../comparison";
import type { Reading } from "../../provider";
import type { CommandModule } from "../command";
import { writeFiles } from "../files/write-files";
import { withHub } from "../hub/with-hub";
import { nameOf, readText } from "../input/read-text";
import type { Output } from "../output";
import { visible } from "../text/visible";
import { DEFAULT_OUT, parseReportArguments, type ReportArguments, reportOptions } from "./arguments";
import { type IgnoreList, ignoreNothing, parseIgnoreList } from "./declared/ignore-list";
import { type DeclaredSources, readDeclared } from "./declared/read-declared";
import { formats } from "./formats/formats";
import { grouped } from "./formats/markup";
import { summarizePlan } from "./plan/plan-summary";
import { assembleComparison, type Comparison, type TrackingReport } from "./tracking-report";

/** The exit code for drift that `--fail-on` names, as `plan -detailed-exitcode` has it. */
const DRIFTED = 2;

/** The command `report`: compares what is declared with what the hub reports, without Terraform. */
export const report: CommandModule = {
  options: reportOptions,
  async run(argv, output) {
    const wanted = parseReportArguments(argv);
    const sources = await readDeclared(wanted);
    for (const warning of sources.warnings) output.stderr.write(`Warning: ${visible(warning)}\n`);
    const ignore = await readIgnoreList(wanted.ignore);
    const made = wanted.offline
      ? offlineReport(sources, wanted)
      : await askHub(sources, ignore, wanted, output);
    write(made, wanted, output);
    const failing = made.comparison?.failing ?? 0;
    if (failing > 0) output.stderr.write(`report: ${failureLine(made.comparison as Comparison)}\n`);
    return failing > 0 ? DRIFTED : 0;
  },
};

async function readIgnoreList(place: string | null): Promise<IgnoreList> {
  if (place === null) return ignoreNothing;
  return parseIgnoreList(await readText(place), nameOf(place), Date.now());
}

function offlineReport({ plan, names }: DeclaredSources, { failOn }: ReportArguments): TrackingReport {
  const at = new Date().toISOString();
  const summary = plan && summarizePlan(plan, process.env);
  return { partnerId: null, at, sources: names, failOn, comparison: null, plan: summary };
}

async function askHub(
  sources: DeclaredSources,
  ignore: IgnoreList,
  { failOn }: ReportArguments,
  output: Output,
): Promise<TrackingReport> {
  return withHub(output, async (hub, signal) => {
    const { partnerId } = hub;
    const { declared, others } = sources.of(partnerId);
    if (others > 0) {
      output.stderr.write(`Warning: ${grouped(others)} declared channels of other partners are left out.\n`);
    }
    const { rows, exact } = await hub.api.channels.all(partnerId, [...declared.keys()], {
      ...{ signal, mayLack: true },
    });
    const compared = compareChannels({ ...{ declared, channels: rows, clientIds: null }, ...lookingOf(hub) });
    return {
      ...{ partnerId, failOn, sources: sources.names },
      plan: sources.plan && summarizePlan(sources.plan, process.env, clientIn(rows)),
      at: new Date(hub.now()).toISOString(),
      comparison: assembleComparison(compared, { failOn, ignore, exact }),
    };
  });
}

function clientIn(rows: readonly Channel[]): (channelId: string) => string | null {
  const clients = new Map(rows.map(({ id, clientId }) => [id, clientId]));
  return (channelId) => clients.get(channelId) ?? null;
}

function lookingOf({ trackingOf, isTerminated }: Reading) {
  return {
    flagOf: trackingOf,
    endOf: (channel: Channel) => (isTerminated(channel) ? channel.terminatedAt : null),
  };
}

/** Renders everything before anything is written. */
function write(made: TrackingReport, { formats: chosen, out }: ReportArguments, output: Output): void {
  const [first, ...others] = chosen.map((name) => ({ ...formats[name], text: formats[name].render(made) }));
  if (first === undefined) return;
  if (others.length === 0 && (out === null || out === "-")) {
    output.stdout.write(first.text);
    return;
  }
  const base = out ?? DEFAULT_OUT;
  const files = new Map(
    others.length === 0
      ? [[base, first.text]]
      : [first, ...others].map(({ extension, text }) => [`${base}.${extension}`, text]),
  );
  writeFiles(files, { force: true });
  output.stderr.write(`Wrote ${[...files.keys()].map((file) => path.normalize(file)).join(", ")}.\n`);
}

function failureLine({ rows, failing }: Comparison): string {
  const failed = rows.filter(({ fails }) => fails);
  const counts = FINDINGS.map(
    (finding) => [finding, failed.filter((row) => row.finding === finding).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([finding, count]) => `${grouped(count)} ${finding}`);
  return `${grouped(failing)} of ${grouped(rows.length)} channels count as drift: ${counts.join(", ")}`;
}
