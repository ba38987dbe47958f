/**
 * Texts of the elements of a list inside valid JSON, as they were sent: parsing and writing again
 * would round long numbers and lose the form.
 * @param name member of the outermost object that is the list, or null when the list is the whole text
 */
export function elementTexts(json: string, name: string | null): string[] {
  const at = name === null ? skipSpace(json, 0) : memberStart(json, name);
  return at < 0 || json[at] !== "[" ? [] : elements(json, at);
}

function elements(json: string, open: number): string[] {
  const texts: string[] = [];
  let at = skipSpace(json, open + 1);
  while (at < json.length && json[at] !== "]") {
    const end = valueEnd(json, at);
    texts.push(json.slice(at, end));
    at = skipSpace(json, end);
    if (json[at] === ",") at = skipSpace(json, at + 1);
  }
  return texts;
}

/** Where the member's value begins, or -1; of a repeated member the last, as in JSON.parse. */
function memberStart(json: string, name: string): number {
  let found = -1;
  let at = skipSpace(json, 0);
  if (json[at] !== "{") return found;
  at = skipSpace(json, at + 1);
  while (at < json.length && json[at] !== "}") {
    const keyEnd = stringEnd(json, at);
    const value = skipSpace(json, skipSpace(json, keyEnd) + 1);
    if (JSON.parse(json.slice(at, keyEnd)) === name) found = value;
    at = skipSpace(json, valueEnd(json, value));
    if (json[at] === ",") at = skipSpace(json, at + 1);
  }
  return found;
}

function valueEnd(json: string, start: number): number {
  const first = json[start];
  if (first === '"') return stringEnd(json, start);
  if (first === "{" || first === "[") return bracketEnd(json, start);
  let at = start;
  while (at < json.length && !/[\s,\]}]/.test(json.charAt(at))) at += 1;
  return at;
}

function bracketEnd(json: string, start: number): number {
  let depth = 0;
  for (let at = start; at < json.length; ) {
    const char = json[at];
    if (char === '"') {
      at = stringEnd(json, at);
      continue;
    }
    if (char === "{" || char === "[") depth += 1;
    if (char === "}" || char === "]") depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return json.length;
}

function stringEnd(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

function skipSpace(json: string, start: number): number {
  let at = start;
  while (at < json.length && /\s/.test(json.charAt(at))) at += 1;
  return at;
}
