/**
 * Parses CSV (RFC 4180) with commas, or with the semicolons of some spreadsheets. Empty lines are left out.
 * @throws Error if a quote is not closed
 */
export function parseCsv(text: string, source: string): string[][] {
  const [firstLine = ""] = text.split(/\r?\n/, 1);
  const separator = !firstLine.includes(",") && firstLine.includes(";") ? ";" : ",";
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n"]*))(${separator}|\\r?\\n|$)`, "y");
  const lines: string[][] = [];
  let line: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) {
      throw new Error(
        `${source} is no CSV from character ${at + 1} on, or is cut off: a quote is not closed, or stands within a cell.`,
      );
    }
    const [, quoted, plain = "", end] = found;
    line.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === separator && cell.lastIndex < text.length) continue;
    if (end === separator) line.push("");
    if (line.length > 1 || line[0] !== "") lines.push(line);
    line = [];
  }
  return lines;
}
