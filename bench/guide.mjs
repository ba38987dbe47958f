// Writes measured shapes as a table of Markdown into a guide, between comments that name the suite.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { findTerraform } from "../scripts/tools/terraform-binary.mjs";
import { ratios } from "./verdict.mjs";

/**
 * @typedef {import("./verdict.mjs").Row} Row
 * @typedef {import("./verdict.mjs").Figure} Figure
 */

const GUIDE = "docs/guides/scale.md";
const HEAD = [
  "| shape | channels | command | time | × | processor time | × | Terraform's memory | × | provider's memory | requests |",
  "|---|---|---|---|---|---|---|---|---|---|---|",
];

/**
 * @param {string} root
 * @param {Readonly<Record<string, readonly Row[]>>} suites rows by suite
 */
export async function writeGuide(root, suites) {
  const file = path.join(root, GUIDE);
  let text = await readFile(file, "utf8");
  for (const [suite, rows] of Object.entries(suites)) text = withFigures(text, suite, rows, circumstances());
  await writeFile(file, text);
}

/**
 * Replaces what stands between the comments of a suite. A guide without them stays as it is.
 * @param {string} text
 * @param {string} suite
 * @param {readonly Row[]} rows
 * @param {string} when
 */
export function withFigures(text, suite, rows, when) {
  const [from, to] = [`<!-- figures of ${suite} -->`, `<!-- end of figures of ${suite} -->`];
  const start = text.indexOf(from);
  const end = text.indexOf(to);
  if (start < 0 || end < start) return text;
  return `${text.slice(0, start)}${from}\n\n${[...HEAD, ...lines(rows)].join("\n")}\n\n${when}\n\n${text.slice(end)}`;
}

/** @param {readonly Row[]} rows */
function lines(rows) {
  return rows.flatMap((row) => {
    if (row.figure?.of !== "wall") return [];
    const { shape, size, step } = row.figure;
    /** @param {Figure["of"]} of */
    const other = (of) =>
      rows.find(
        ({ figure }) =>
          figure?.of === of && figure.shape === shape && figure.size === size && figure.step === step,
      );
    const cells = [
      ...[shape, size.toLocaleString("en"), step],
      ...[seconds(row), times(row), seconds(other("processor")), times(other("processor"))],
      ...[megabytes(other("memory")), times(other("memory")), megabytes(other("provider"))],
      whole(other("requests")?.median),
    ];
    return [`| ${cells.join(" | ")} |`];
  });
}

/** @param {Row | undefined} row */
const seconds = (row) =>
  row === undefined ? "" : `${(row.median / 1_000).toFixed(row.median < 10_000 ? 2 : 1)} s`;

/** @param {Row | undefined} row */
function times(row) {
  const ratio = row && ratios(row).median;
  return ratio === undefined || Number.isNaN(ratio) ? "" : ratio.toFixed(1);
}

/** @param {Row | undefined} row */
const megabytes = (row) => (row === undefined || Number.isNaN(row.median) ? "" : `${whole(row.median)} MB`);

/** @param {number | undefined} value */
const whole = (value) => (value === undefined ? "" : Math.round(value).toLocaleString("en"));

/** Which core, which machine, which day. */
function circumstances() {
  const version = execFileSync(findTerraform(process.env) ?? "terraform", ["version"], { encoding: "utf8" });
  const core = version.split("\n", 1)[0] ?? "";
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day} with ${core} on ${process.platform}, ${os.cpus().length} processors. "×" compares with the same data in \`terraform_data\`, measured in turn in the same run.`;
}
