import type { Reason } from "./reasons";

/** What came of one channel's task. */
export type Outcome =
  | { readonly done: true }
  | { readonly done: false; readonly reason: Reason; readonly detail: string };

/** What came of each channel's task, by channel id. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** What is not done, with its reason, as it stands in `pending`. */
export function pendingOf(outcomes: Outcomes): ReadonlyMap<string, Reason> {
  return new Map(
    [...outcomes].flatMap(([id, outcome]) => (outcome.done ? [] : [[id, outcome.reason] as const])),
  );
}
