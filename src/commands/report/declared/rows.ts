import { parseCsv } from "./csv";

/** One row of a file, with the place that messages name. */
export interface Row {
  readonly place: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** The columns of a file. */
export interface Columns {
  /** Accepted headings by column; none stands for the column's own name. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly required: readonly string[];
}

/**
 * Reads rows from a JSON list of objects or from CSV with a header. What begins with a bracket is JSON.
 * @throws Error that names the source, and what is wrong with it
 */
export function readRows(text: string, source: string, columns: Columns): readonly Row[] {
  const bare = text.replace(/^\uFEFF/, "");
  if (bare.trim() === "") throw new Error(`${source} is empty.`);
  return /^\s*[[{]/.test(bare) ? rowsOfJson(bare, source, columns) : rowsOfCsv(bare, source, columns);
}

function rowsOfJson(text: string, source: string, { columns, required }: Columns): readonly Row[] {
  const list = listIn(parseJson(text, source), source);
  return list.map((item, index) => {
    const place = `${source}, entry ${index + 1},`;
    if (typeof item !== "object" || item === null || Array.isArray(item))
      throw new Error(`${place} is no object.`);
    const given = item as Readonly<Record<string, unknown>>;
    const cells = Object.fromEntries(
      Object.entries(columns).map(([name, headings]) => [
        name,
        given[headingIn(Object.keys(given), name, headings) ?? ""] ?? null,
      ]),
    );
    const lacking = required.find((name) => cells[name] === null);
    if (lacking !== undefined) throw new Error(`${place} has no "${lacking}".`);
    return { place, cells };
  });
}

function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${source} is not JSON, or is cut off.`, { cause: error });
  }
}

/** A list, or an object with a list called `channels`. */
function listIn(value: unknown, source: string): readonly unknown[] {
  const list = Array.isArray(value) ? value : (Object(value) as { channels?: unknown }).channels;
  if (Array.isArray(list)) return list;
  throw new Error(`${source} is no list. It has to be a JSON list of objects, or CSV with a header.`);
}

function rowsOfCsv(text: string, source: string, { columns, required }: Columns): readonly Row[] {
  const [header = [], ...lines] = parseCsv(text, source);
  const names = header.map((heading) => heading.trim());
  const places = Object.entries(columns).map(([name, headings]) => {
    const heading = headingIn(names, name, headings);
    if (heading === null && required.includes(name)) {
      const wanted = Object.keys(columns).join(",");
      throw new Error(
        `${source} has no column "${name}" in its first line. The header has to be like ${wanted}.`,
      );
    }
    return [name, heading === null ? -1 : names.indexOf(heading)] as const;
  });
  return lines.map((line, index) => {
    const place = `${source}, row ${index + 2},`;
    if (line.length !== names.length) {
      throw new Error(`${place} has ${line.length} cells where the header has ${names.length}.`);
    }
    return { place, cells: Object.fromEntries(places.map(([name, at]) => [name, line[at] ?? null])) };
  });
}

function headingIn(given: readonly string[], name: string, headings: readonly string[]): string | null {
  const accepted = headings.length === 0 ? [name] : headings;
  return given.find((heading) => accepted.includes(heading.toLowerCase())) ?? null;
}

/** A cell as text; null if it is empty. @throws Error if it is something else */
export function textCell({ cells, place }: Row, name: string): string | null {
  const value = cells[name] ?? null;
  if (value === null || value === "") return null;
  if (typeof value !== "string") throw new Error(`${place} has a "${name}" that is no text.`);
  return value;
}

/** A cell as an id. @throws Error if it is no id, or empty and required */
export function idCell(row: Row, name: string, isRequired: boolean): string | null {
  const id = textCell(row, name)?.trim() ?? "";
  if (id === "" && isRequired) throw new Error(`${row.place} has no "${name}".`);
  if (/[\s/?#%]/.test(id)) {
    throw new Error(`${row.place} has a "${name}" that is no id: ${JSON.stringify(id)}.`);
  }
  return id === "" ? null : id;
}
