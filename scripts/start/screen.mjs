// What the demonstration prints: headings and commands in colour on a terminal, plain elsewhere.
import { styleText } from "node:util";

const colours = process.stdout.isTTY && !process.env["NO_COLOR"];

/**
 * @param {Parameters<typeof styleText>[0]} format
 * @param {string} text
 */
function styled(format, text) {
  return colours ? styleText(format, text) : text;
}

/** @param {string} text what the next step shows */
export function heading(text) {
  console.log(`\n${styled(["bold", "cyan"], `── ${text}`)}`);
}

/** @param {string} text a command as a reader would type it */
export function command(text) {
  console.log(styled("green", `$ ${text}`));
}

/** @param {string} text a line of Terraform's output */
export function told(text) {
  console.log(styled(kindOf(text), text));
}

/** @param {string} text what a program wrote for people */
export function lines(text) {
  console.log(text.trimEnd());
}

/** @param {string} text */
function kindOf(text) {
  if (text.includes("Error:")) return "red";
  if (/Warning:|^ +~ /.test(text)) return "yellow";
  return "reset";
}

/**
 * @typedef {{ step: string, happened: string, seconds: number, requests: number }} Row a line of the closing table
 */

/** @param {readonly Row[]} rows */
export function table(rows) {
  const cells = rows.map(({ step, happened, seconds, requests }) => [
    step,
    happened,
    `${seconds.toFixed(1)} s`,
    String(requests),
  ]);
  const [head = [], ...body] = [["step", "what happened", "time", "requests"], ...cells];
  const widths = head.map((_, at) => Math.max(...[head, ...body].map((row) => String(row[at]).length)));
  console.log(`\n${styled("bold", line(head, widths))}`);
  for (const row of body) console.log(line(row, widths));
}

/**
 * @param {readonly string[]} row
 * @param {readonly number[]} widths
 */
function line(row, widths) {
  return row
    .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
    .join("  ");
}
