import { parseIgnoreList } from "../../../src/commands/report/declared/ignore-list";
import { formats } from "../../../src/commands/report/formats/formats";
import { renderHtml } from "../../../src/commands/report/formats/html";
import { renderJson } from "../../../src/commands/report/formats/json";
import { renderJunit } from "../../../src/commands/report/formats/junit";
import { renderMarkdown } from "../../../src/commands/report/formats/markdown";
import { renderTable } from "../../../src/commands/report/formats/table";
import { summarizePlan } from "../../../src/commands/report/plan/plan-summary";
import { FINDINGS } from "../../../src/comparison";
import { EVIL, evilReport, exampleReport, largeReport } from "./example-report";

const linesOf = (text: string) => text.trimEnd().split("\n");
const NOW = Date.parse("2026-01-31T12:00:00Z");
const ignore = parseIgnoreList(
  "channel,client,reason,until\nflippedCH,,being moved,2026-02-28\nsixCH,,none,2026-02-28\nx,,old,2026-01-01\n",
  "ignore.csv",
  NOW,
);

test("the table lists what somebody has to look at, with totals and counts by client", () => {
  const lines = linesOf(renderTable(exampleReport()));

  expect(lines[0]).toMatch(/: 6 of 8 channels/);
  expect(lines).toContainEqual(expect.stringMatching(/^differs +1 /));
  expect(lines).toContainEqual(expect.stringMatching(/^movedCH +exampleCL \(declared under bakeryCL\)/));
  expect(lines).toContainEqual(expect.stringMatching(/^bakeryCL +Bakery Example +4 /));
  expect(lines.filter((line) => /^(idleCH|sixCH)/.test(line))).toEqual([]);
});

test("JSON has a row for each channel with what is known of it", () => {
  const { format_version: version, comparison } = JSON.parse(renderJson(exampleReport()));

  expect(version).toBe("1");
  expect(comparison).toMatchObject({ failing: 5, exact: true, counts: { differs: 1, "as-declared": 1 } });
  expect(comparison.channels).toHaveLength(8);
  expect(comparison.channels).toContainEqual({
    ...{
      channel_id: "endedCH",
      finding: "terminated",
      client_id: "exampleCL",
      client_name: "Example Coffee",
    },
    ...{ name: "Example", phone_number: "+4915550000001", declared: true, reported: true },
    ...{ declared_client_id: null, since: "2026-01-01T00:00:00Z", declared_by: "fleet.shops in a.json" },
    ...{ fails: true, ignored: null },
  });
});

test("what is ignored does not fail, is told with its reason, and what has ended is named", () => {
  const report = exampleReport({ ignore, exact: false });
  const { comparison } = JSON.parse(renderJson(report));

  expect(comparison).toMatchObject({ failing: 4, exact: false, expired: [{ channel_id: "x" }] });
  expect(comparison.channels.filter((row: { ignored: unknown }) => row.ignored)).toEqual([
    expect.objectContaining({
      channel_id: "flippedCH",
      fails: false,
      ignored: { reason: "being moved", until: "2026-02-28" },
    }),
  ]);
  expect(renderJunit(report)).toContain("<skipped message=");
  expect(renderMarkdown(report)).toContain("ignored: 1");
  expect(renderTable(report)).toContain("x (2026-01-01)");
});

test("JUnit has a suite for each client and a failure for each channel that counts", () => {
  const text = renderJunit(exampleReport());

  expect(text).toContain('<testsuites name="CTWA tracking" tests="6" failures="5" errors="0" skipped="0"');
  expect(text).toContain('<testsuite name="bakeryCL" tests="2" failures="1"');
  expect(text).toMatch(/<testcase classname="exampleCL" name="flippedCH" time="0"><failure type="differs"/);
  expect(text).not.toContain("idleCH");
});

test("Markdown shows totals and folds the rows of each finding", () => {
  const lines = linesOf(renderMarkdown(exampleReport()));

  expect(lines[0]).toMatch(/^## .*: 6 of 8 channels/);
  expect(lines).toContainEqual(expect.stringMatching(/^\| differs \| 1 \|/));
  const folded = lines.filter((line) => line.startsWith("<details>"));
  expect(folded).toHaveLength(6);
  expect(folded.find((line) => line.includes("differs: 1"))).toContain("<code>flippedCH</code>");
});

test("Markdown of a plan and 3,000 drifted channels stays within 60 lines and a comment", () => {
  const channels = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`n${index}CH`, true]));
  const objects = Array.from({ length: 40 }, (_, index) => ({
    ...{ address: `dialog360_ctwa_tracking_fleet.f${index}`, kind: "fleet" as const, isImported: false },
    ...{ actions: new Set(["update"]), unknown: {} },
    before: { channels: index < 20 ? channels : {}, max_changes: 1, client_id: `c${index}CL` },
    after: { channels: index < 20 ? {} : channels, max_changes: 1, client_id: `c${index}CL` },
  }));
  const plan = summarizePlan({ objects, settings: {} }, {});
  const text = renderMarkdown({ ...largeReport(50_000, 300), plan, failOn: new Set(FINDINGS) });

  expect(plan.changes).toHaveLength(120_000);
  expect(linesOf(text).length).toBeLessThanOrEqual(60);
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/and \d+ more rows/);
});

test("50,000 channels make each format in bounded size", () => {
  const report = largeReport(50_000, 300);
  for (const { render } of Object.values(formats)) expect(render(report).length).toBeLessThan(25_000_000);
});

describe("a name with markup, a line end, a direction mark and a zero", () => {
  const report = evilReport();
  const rendered = Object.fromEntries(
    Object.entries(formats).map(([name, { render }]) => [name, render(report)]),
  ) as Record<keyof typeof formats, string>;

  test("comes through JSON as it is", () => {
    const rows = JSON.parse(rendered.json).comparison.channels as { channel_id: string; name: string }[];
    expect(rows.find(({ channel_id: id }) => id === "evilCH")?.name).toBe(EVIL);
  });

  test.each(["table", "markdown", "html", "junit"] as const)("brings nothing hidden into %s", (format) => {
    expect(rendered[format]).not.toMatch(/[\u202e\0]/);
    expect(rendered[format]).toContain("202e");
  });

  test("keeps each row of the table on one line", () => {
    expect(linesOf(rendered.table).filter((line) => line.startsWith("evilCH"))).toHaveLength(1);
  });

  test("is neither markup nor a mention in Markdown", () => {
    expect(rendered.markdown).not.toMatch(/@everyone|\*\*bold|`code`|<img|<\/script|\[a\]/);
    expect(rendered.markdown).toContain("&#64;everyone");
  });

  test("is neither a tag nor the end of one in JUnit", () => {
    expect(rendered.junit).not.toMatch(/<img|<\/script|\]\]>/);
    expect(rendered.junit.match(/<testcase /g)).toHaveLength(8);
  });

  test("ends no script in HTML, whose policy names its own script and style alone", () => {
    expect(rendered.html).not.toMatch(/<img|<b>|<script>alert/);
    expect(rendered.html.match(/<\/script>/g)).toHaveLength(2);
    expect(rendered.html).toMatch(
      /default-src 'none'; img-src data:; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/,
    );
    expect(rendered.html).not.toMatch(/https?:|\ssrc="|@import|url\(/);
  });
});

test("the page has one script: its files without their imports", () => {
  const html = renderHtml(exampleReport());

  expect(html).not.toMatch(/^(import|export) /m);
  expect(html).toContain("function filterRows(");
  expect(html.indexOf('id="data"')).toBeLessThan(html.indexOf("function filterRows("));
});
