import { nameOf, readText } from "./read-text";

/** One JSON document of a file. */
export interface JsonDocument {
  /** The file's name, as messages call it. */
  readonly source: string;
  readonly value: unknown;
}

/**
 * Reads all JSON documents of a file, or of standard input for `-`: one, or several behind each other.
 * @throws Error that names the file
 */
export async function readJsonDocuments(place: string): Promise<readonly JsonDocument[]> {
  return parseJsonDocuments(await readText(place), nameOf(place));
}

/** Parses a text that holds one JSON document or several. @throws Error that names the source */
export function parseJsonDocuments(text: string, source: string): readonly JsonDocument[] {
  if (text.trim() === "") throw new Error(`${source} is empty. It has to hold JSON.`);
  const whole = tryParse(text);
  if (whole !== undefined) return [{ source, value: whole.value }];
  return splitDocuments(text).map((part) => {
    const parsed = tryParse(part);
    if (parsed === undefined) throw new Error(`${source} is not JSON, or is cut off: ${excerpt(part)}`);
    return { source, value: parsed.value };
  });
}

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs;

/** Cuts a text behind each object or array that is not within another. What is left at the end comes last. */
function splitDocuments(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else continue;
    if (depth > 0) continue;
    parts.push(text.slice(begin, index + 1));
    begin = index + 1;
    depth = 0;
  }
  const rest = text.slice(begin);
  return rest.trim() === "" ? parts : [...parts, rest];
}

function excerpt(text: string): string {
  return `it ends with ${JSON.stringify(text.trim().slice(-40))}.`;
}
