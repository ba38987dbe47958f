import type { SentRecord, SentRecords } from "../../../switching";
import { type Departed, membersOf } from "../departed";
import type { State } from "../schema";
import { canSend } from "./reasons";

/** Work of an apply on one channel. */
export interface Task {
  readonly channelId: string;
  /**
   * `declared`: the configuration changes the channel. `again`: it does not, but the switch must be sent once more.
   * `removed`: the configuration no longer declares the channel.
   */
  readonly kind: "declared" | "again" | "removed";
  /** The position of the switch; null if only the client of the channel is checked. */
  readonly enabled: boolean | null;
  /** Whether tracking was on and is switched off. */
  readonly disables: boolean;
  /** Whether the channel is new in the fleet. If it cannot be switched, the whole apply is refused. */
  readonly isNew: boolean;
  readonly record: SentRecord | undefined;
}

/** The state and the declaration, whose difference gives the tasks. */
export interface Difference {
  readonly channels: ReadonlyMap<string, boolean>;
  readonly clientId: string | null;
  readonly onCreate: string | null;
  readonly onDestroy: string | null;
  /** null if the fleet is created. */
  readonly state: State | null;
  /** Channels that left the state at a refresh. */
  readonly departed: ReadonlyMap<string, Departed>;
  readonly records: SentRecords;
  readonly isOverdue: (record: SentRecord | undefined) => boolean;
}

/**
 * Lists the tasks of an apply. Repetitions come last, so that channels that fail repeatedly do not block the others.
 */
export function tasksOf(difference: Difference): Task[] {
  const tasks = [...difference.channels].flatMap(([channelId, wanted]) =>
    taskFor(channelId, wanted !== false, difference),
  );
  const declared = tasks.filter(({ kind }) => kind === "declared");
  const again = tasks.filter(({ kind }) => kind === "again");
  return [...declared, ...removals(difference), ...again];
}

function taskFor(channelId: string, enabled: boolean, difference: Difference): readonly Task[] {
  const { state, records, departed } = difference;
  const before = state?.channels.get(channelId);
  const record = records.get(channelId);
  const isNew = before === undefined && !departed.has(channelId);
  const disables = before === true && !enabled;
  const task = { channelId, disables, isNew, record, enabled };
  if (before !== enabled) return [{ ...task, kind: "declared" }];
  if (isDue(channelId, record, difference)) return [{ ...task, kind: "again" }];
  const { clientId } = difference;
  const isHeld = clientId !== null && clientId !== state?.client_id;
  return isHeld ? [{ ...task, kind: "declared", enabled: null, isNew: true }] : [];
}

/** Whether the same switch must be sent once more. */
function isDue(
  channelId: string,
  record: SentRecord | undefined,
  { state, onCreate, isOverdue }: Difference,
): boolean {
  const reason = state?.pending?.get(channelId) ?? null;
  if (reason !== null) return canSend(reason);
  if (state?.verification === "stale" && isOverdue(record)) return true;
  return state?.verification === "unverified" && onCreate !== "assume" && record?.at === null;
}

function removals({ channels, onDestroy, state, departed, records }: Difference): Task[] {
  if (state === null || onDestroy === "keep") return [];
  return [...membersOf(state.channels, departed)].flatMap(([channelId, before]): Task[] => {
    if (channels.has(channelId)) return [];
    const record = records.get(channelId);
    return [{ channelId, kind: "removed", enabled: false, disables: before === true, isNew: false, record }];
  });
}
