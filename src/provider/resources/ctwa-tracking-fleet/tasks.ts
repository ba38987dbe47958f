import type { Assertion, Assertions } from "./assertions";
import { canSend } from "./reasons";
import type { Declared, State } from "./schema";

/** One thing that an apply has to do. */
export interface Task {
  readonly channelId: string;
  /**
   * `declared`: the configuration says something new of the channel; `again`: it says the same, but the switch has to
   * be sent once more; `removed`: it says nothing of it any more.
   */
  readonly kind: "declared" | "again" | "removed";
  /** The position of the switch; null where a changed client_id is only checked. */
  readonly enabled: boolean | null;
  /** Whether tracking was on and is to be switched off. */
  readonly loses: boolean;
  /** The client that the configuration names. */
  readonly configured: string | null;
  /** The client under which it was last sent. */
  readonly last: string | null;
}

/** A change from what the state has to what is declared. */
export interface Difference {
  readonly channels: ReadonlyMap<string, Declared>;
  readonly onDestroy: string;
  /** null when the fleet is created or destroyed as a whole. */
  readonly state: State | null;
  readonly assertions: Assertions;
  readonly isOverdue: (assertion: Assertion | undefined) => boolean;
}

/**
 * What has to be done, and nothing else. What was tried before comes last: channels that fail again and again shall
 * not keep the others from their turn.
 */
export function tasksOf(difference: Difference): Task[] {
  const tasks = [...difference.channels].flatMap(([channelId, wanted]) =>
    taskFor(channelId, wanted, difference),
  );
  const declared = tasks.filter(({ kind }) => kind === "declared");
  const again = tasks.filter(({ kind }) => kind === "again");
  return [...declared, ...removals(difference), ...again];
}

function taskFor(
  channelId: string,
  wanted: Declared,
  { state, assertions, isOverdue }: Difference,
): readonly Task[] {
  const before = state?.channels.get(channelId);
  const assertion = assertions.get(channelId);
  const reason = state?.pending?.get(channelId);
  const enabled = wanted.enabled !== false;
  const loses = before?.enabled === true && !enabled;
  const common = { channelId, loses, configured: wanted.client_id, last: assertion?.clientId ?? null };
  const otherClient = before?.client_id !== wanted.client_id;
  if (before === undefined || before.enabled !== enabled) return [{ ...common, kind: "declared", enabled }];
  if (reason !== undefined) {
    if (otherClient) return [{ ...common, kind: "declared", enabled }];
    return canSend(reason) ? [{ ...common, kind: "again", enabled }] : [];
  }
  if (otherClient) return wanted.client_id === null ? [] : [{ ...common, kind: "declared", enabled: null }];
  return state?.verification === "stale" && isOverdue(assertion)
    ? [{ ...common, kind: "again", enabled }]
    : [];
}

function removals({ channels, onDestroy, state, assertions }: Difference): Task[] {
  if (state === null || onDestroy === "keep") return [];
  return [...state.channels].flatMap(([channelId, { client_id: configured, enabled }]): Task[] => {
    if (channels.has(channelId)) return [];
    const last = assertions.get(channelId)?.clientId ?? null;
    return [{ channelId, kind: "removed", enabled: false, loses: enabled === true, configured, last }];
  });
}
