import { isDeepStrictEqual } from "node:util";
import type { ChangeKind, Step } from "./steps";
import type { PlannedChange, Run, StateObject } from "./workspace";

/** A step that did not end as it says. The message names the step, what was expected, and what happened. */
export class StepError extends Error {
  override name = "StepError";

  constructor(step: number, problem: string) {
    super(`Step ${step}: ${problem}`);
  }
}

/** Complains about a run that failed; undefined if it did not. */
export function failureOf(
  command: string,
  { code, text }: Run,
  allowed: readonly number[] = [0],
): string | undefined {
  if (code !== null && allowed.includes(code)) return undefined;
  return `"${command}" ended with exit code ${code}: ${text}`;
}

/** Complains about a plan that does not show what the step expects. */
export function planProblem(
  expected: NonNullable<Step["plan"]>,
  changes: readonly PlannedChange[],
): string | undefined {
  const found = Object.fromEntries(changes.map(({ address, change }) => [address, kindOf(change.actions)]));
  const wanted = expected === "empty" ? {} : expected;
  if (isDeepStrictEqual(sorted(found), sorted(wanted))) return undefined;
  return `the plan should show ${describe(wanted)}, and shows ${describe(found)}.`;
}

/** Complains about attributes of the state that differ from what the step expects. */
export function stateProblems(
  expected: NonNullable<Step["state"]>,
  state: ReadonlyMap<string, StateObject>,
): readonly string[] {
  return Object.entries(expected).flatMap(([address, attributes]) => {
    const object = state.get(address);
    if (object === undefined) {
      return [`the state holds no ${address}; it holds ${[...state.keys()].join(", ") || "nothing"}.`];
    }
    return Object.entries(attributes)
      .filter(([name, value]) => !isDeepStrictEqual(object[name], value))
      .map(([name, value]) => `${address}.${name} should be ${json(value)}, and is ${json(object[name])}.`);
  });
}

/** Complains about attributes that an import left different from the state of the test. */
export function importProblems(
  address: string,
  { kept, imported }: { readonly kept: StateObject; readonly imported: StateObject },
  ignore: readonly string[],
): readonly string[] {
  return Object.keys({ ...kept, ...imported })
    .filter((name) => !ignore.includes(name) && !isDeepStrictEqual(kept[name], imported[name]))
    .map(
      (name) =>
        `the import of ${address} gives ${name} = ${json(imported[name])}; the state has ${json(kept[name])}.`,
    );
}

function kindOf(actions: readonly string[]): ChangeKind {
  return actions.length > 1 ? "replace" : (actions[0] as ChangeKind);
}

function describe(changes: Readonly<Record<string, string>>): string {
  const parts = Object.entries(changes).map(([address, kind]) => `${kind} of ${address}`);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

function sorted(record: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Values of sensitive attributes stand in the output of `show -json`; a test's values are no secrets. */
function json(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value);
}
