import { type PlannedObject, type Values, valuesOf } from "./planned-objects";

/** What a plan does with channels, in the order in which it is told. */
export const CHANGES = ["on", "off", "again", "imported", "adopted", "released"] as const;

/** What a plan does with one channel. */
export type Change = (typeof CHANGES)[number];

/** What each change means; the rest of a sentence that begins with "The plan …". */
export const changeTexts: Readonly<Record<Change, string>> = {
  on: "switches tracking on",
  off: "switches tracking off",
  again: "sends a switch again in the same position",
  imported: "takes a channel into the state without a switch",
  adopted: "takes the declared position for true and sends nothing",
  released: "ends the management of a channel and leaves its tracking as it is",
};

/** Changes that send a switch. */
export const SENT: ReadonlySet<Change> = new Set<Change>(["on", "off", "again"]);

/** One channel that a plan does something with. */
export interface PlannedChange {
  readonly channelId: string;
  readonly clientId: string | null;
  readonly change: Change;
  readonly address: string;
  /** Whether the channel's tracking was on and is switched off. */
  readonly isLoss: boolean;
}

/** What one object of a plan does with its channels; null if its channels are not known yet. */
export function changesOf(object: PlannedObject): readonly PlannedChange[] | null {
  const before = positionsOf(object, object.before);
  const after = positionsOf(object, object.after);
  if (object.actions.has("forget"))
    return [...before.keys()].map(toChange(object, object.before, "released"));
  if (after === null || (object.after !== null && !isKnown(object))) return null;
  if (object.actions.has("delete") && object.actions.has("create")) {
    return [...removed(object, before), ...added(object, after)];
  }
  if (object.before === null) return added(object, after);
  if (object.after === null) return removed(object, before);
  return updated(object, before, after);
}

/** Whether all channels and positions of an object are known. */
export function isKnown({ kind, unknown }: PlannedObject): boolean {
  if (kind === "block") return unknown["channel_id"] !== true && unknown["enabled"] !== true;
  const { channels } = unknown;
  return channels !== true && !Object.values(valuesOf(channels)).includes(true);
}

/** Positions by channel id, as an object declares them. */
export function positionsOf({ kind }: Pick<PlannedObject, "kind">, values: Values | null): Positions {
  if (values === null) return new Map();
  if (kind === "block") return new Map([[String(values["channel_id"]), values["enabled"]]]);
  return new Map(Object.entries(valuesOf(values["channels"])));
}

type Positions = ReadonlyMap<string, unknown>;

function updated(object: PlannedObject, before: Positions, after: Positions): PlannedChange[] {
  const gone = new Map([...before].filter(([id]) => !after.has(id)));
  const changes = removed(object, gone);
  for (const [id, enabled] of after) {
    const change = changeOf(object, id, before, enabled);
    if (change === null) continue;
    const isLoss = change === "off" && before.get(id) === true;
    changes.push({ ...toChange(object, object.after, change)(id), isLoss });
  }
  return changes;
}

function changeOf(object: PlannedObject, id: string, before: Positions, enabled: unknown): Change | null {
  const isAssumed = object.after?.["on_create"] === "assume";
  if (!before.has(id)) return enabled === true ? "on" : "off";
  if (before.get(id) !== enabled) return enabled === true ? "on" : "off";
  if (isSentAgain(object, id) && !(object.isImported && isAssumed)) return "again";
  return object.isImported ? "imported" : null;
}

/** A block whose time of the last switch will change sends it; a fleet sends what is pending. */
function isSentAgain({ kind, before, unknown }: PlannedObject, id: string): boolean {
  if (kind === "block") return unknown["asserted_at"] === true;
  if (unknown["pending"] !== true) return false;
  return SENDABLE.has(String(valuesOf(before?.["pending"])[id])) || before?.["verification"] === "stale";
}

const SENDABLE: ReadonlySet<string> = new Set(["moved", "not_sent", "refused", "outcome_unknown"]);

function added(object: PlannedObject, positions: Positions): PlannedChange[] {
  const isAssumed = object.after?.["on_create"] === "assume";
  return [...positions].map(([id, enabled]) =>
    toChange(object, object.after, isAssumed ? "adopted" : enabled === true ? "on" : "off")(id),
  );
}

function removed(object: PlannedObject, positions: Positions): PlannedChange[] {
  const kept = object.before?.["on_destroy"] === "keep";
  return [...positions].map(([id, enabled]) => ({
    ...toChange(object, object.before, kept ? "released" : "off")(id),
    isLoss: !kept && enabled === true,
  }));
}

function toChange({ address }: PlannedObject, values: Values | null, change: Change) {
  const clientId = values?.["client_id"];
  return (channelId: string): PlannedChange => ({
    ...{ channelId, clientId: typeof clientId === "string" ? clientId : null },
    ...{ change, address, isLoss: false },
  });
}
