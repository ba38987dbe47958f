import { parseSync } from "@swc/core";

/** Matchers that compare a text, or part of one, with the literal that they are given. */
const MATCHERS = new Set([
  "toBe",
  "toContain",
  "toContainEqual",
  "toEqual",
  "toMatch",
  "toMatchObject",
  "toStrictEqual",
  "toThrow",
  "stringContaining",
  "stringMatching",
]);

const WORD = /^[(“"']?\p{L}[\p{L}’'-]*[,.;:!?)”"']*$/u;

/** The largest number of English words in a row. A path, a number or a name with `_` ends a row. */
export function wordsInRow(text: string): number {
  let [longest, current] = [0, 0];
  for (const word of text.split(/\s+/)) {
    current = WORD.test(word) ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

/** The literals that a test file's assertions compare with and that have `words` English words in a row. */
export function findPinnedTexts(text: string, words: number): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (isMatcherCall(value)) {
      found.push(...literalsBelow(value.arguments).filter((literal) => wordsInRow(literal) >= words));
    }
    for (const child of childrenOf(value)) visit(child);
  };
  visit(parseSync(text, { syntax: "typescript" }));
  return found;
}

interface Call {
  readonly type: "CallExpression";
  readonly arguments: readonly unknown[];
}

function isMatcherCall(value: unknown): value is Call {
  const call = value as { type?: string; callee?: { type: string; property?: { value?: string } } } | null;
  if (call?.type !== "CallExpression" || call.callee?.type !== "MemberExpression") return false;
  return MATCHERS.has(call.callee.property?.value ?? "");
}

/** The literals of a matcher's arguments. A matcher within them is visited by itself. */
function literalsBelow(value: unknown): string[] {
  if (isMatcherCall(value)) return [];
  const text = literalText(value);
  return text === undefined ? childrenOf(value).flatMap(literalsBelow) : [text];
}

function literalText(value: unknown): string | undefined {
  const node = value as { type?: string; value: string; pattern: string; quasis: { raw: string }[] } | null;
  if (node?.type === "StringLiteral") return node.value;
  if (node?.type === "RegExpLiteral") return node.pattern;
  if (node?.type === "TemplateLiteral") return node.quasis.map(({ raw }) => raw).join(" 0 ");
  return undefined;
}

function childrenOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}
