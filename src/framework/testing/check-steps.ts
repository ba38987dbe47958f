import type { Step } from "./steps";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isRecord: Check = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const kinds: readonly unknown[] = ["create", "read", "update", "replace", "delete"];

/** What each member of a step may be. Tests in JavaScript have no compiler that tells. */
const members: Readonly<Record<keyof Step, readonly [Check, string]>> = {
  config: [isText, "text"],
  import: [(value) => isRecord(value) && Object.values(value as object).every(isText), "ids by address"],
  plan: [
    (value) =>
      value === "empty" ||
      (isRecord(value) && Object.values(value as object).every((kind) => kinds.includes(kind))),
    `"empty", or ${kinds.join(", ")} by address`,
  ],
  error: [(value) => value instanceof RegExp, "a regular expression"],
  apply: [(value) => typeof value === "boolean", "true or false"],
  state: [
    (value) => isRecord(value) && Object.values(value as object).every(isRecord),
    "attributes by address",
  ],
  importVerify: [isRecord, "ids by address"],
  check: [(value) => typeof value === "function", "a function"],
};

/** Finds steps that would test something else than they say, or nothing; a line for each mistake. */
export function stepMistakes(steps: readonly Step[]): readonly string[] {
  if (steps.length === 0) return ["There is no step, so nothing would be tested."];
  const first =
    steps[0]?.config === undefined ? ["Step 1: it has no config, and no step before it has one."] : [];
  return [
    ...first,
    ...steps.flatMap((step, index) => mistakesOf(step).map((text) => `Step ${index + 1}: ${text}`)),
  ];
}

function mistakesOf(step: Step): readonly string[] {
  return Object.entries(step).flatMap(([name, value]) => {
    const member = (members as Readonly<Record<string, readonly [Check, string]>>)[name];
    if (member === undefined) return [`a step has no ${name}; it has ${Object.keys(members).join(", ")}.`];
    const [isRight, wanted] = member;
    return value === undefined || isRight(value) ? [] : [`${name} has to be ${wanted}.`];
  });
}
