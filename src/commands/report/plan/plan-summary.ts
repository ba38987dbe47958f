import { groupBy } from "../../../comparison";
import { roughly, secondsFor, tryParseRateLimit } from "../../../provider";
import { CHANGES, type Change, changesOf, type PlannedChange, positionsOf, SENT } from "./plan-changes";
import { type PlannedObject, type TrackingPlan, type Values, valuesOf } from "./planned-objects";

/** A limit that guards switches, with what the plan makes of it. */
export interface Guard {
  readonly name: string;
  readonly text: string;
  /** Whether the provider refuses the plan or its apply. */
  readonly isExceeded: boolean;
}

/** The changes of one client in numbers. */
export interface ClientChanges {
  readonly clientId: string | null;
  readonly counts: ChangeCounts;
}

/** How many channels have each change. */
export type ChangeCounts = Readonly<Record<Change, number>>;

/** A plan in a few lines for people, with all of its changes. */
export interface PlanSummary {
  /** Sorted by kind of change, client and channel. */
  readonly changes: readonly PlannedChange[];
  readonly counts: ChangeCounts;
  readonly clients: readonly ClientChanges[];
  /** Addresses of objects whose channels are known at apply. */
  readonly notKnown: readonly string[];
  readonly guards: readonly Guard[];
  /** How many switches are sent at most. */
  readonly switches: number;
  /** How long the switches take. */
  readonly duration: string;
}

/**
 * Sums up a plan.
 * @param clientOf tells the client of a channel if the plan does not
 */
export function summarizePlan(
  plan: TrackingPlan,
  environment: NodeJS.ProcessEnv,
  clientOf: (channelId: string) => string | null = () => null,
): PlanSummary {
  const found = plan.objects.map((object) => [object, changesOf(object)] as const);
  const changes = found
    .flatMap(([, list]) => list ?? [])
    .map((one) => ({ ...one, clientId: one.clientId ?? clientOf(one.channelId) }))
    .sort(compareChanges);
  const switches = changes.filter(({ change }) => SENT.has(change)).length;
  return {
    ...{ changes, counts: countChanges(changes), clients: byClient(changes), switches },
    notKnown: found.filter(([, list]) => list === null).map(([{ address }]) => address),
    guards: [...providerGuards(plan, changes, environment), ...plan.objects.flatMap(fleetGuard)],
    duration: durationOf(switches, plan.settings, environment),
  };
}

function countChanges(changes: readonly PlannedChange[]): ChangeCounts {
  const counts = Object.fromEntries(CHANGES.map((change) => [change, 0])) as Record<Change, number>;
  for (const { change } of changes) counts[change] += 1;
  return counts;
}

function byClient(changes: readonly PlannedChange[]): ClientChanges[] {
  return [...groupBy(changes, ({ clientId }) => clientId)]
    .map(([clientId, group]) => ({ clientId, counts: countChanges(group) }))
    .sort(byMost);
}

function byMost(a: ClientChanges, b: ClientChanges): number {
  const total = ({ counts }: ClientChanges) => Object.values(counts).reduce((sum, one) => sum + one, 0);
  return total(b) - total(a) || compareTexts(a.clientId ?? "~", b.clientId ?? "~");
}

function compareChanges(a: PlannedChange, b: PlannedChange): number {
  return (
    CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) ||
    compareTexts(a.clientId ?? "", b.clientId ?? "") ||
    compareTexts(a.channelId, b.channelId)
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A setting of the provider block, or else of the environment, as text; null if neither has it. */
function settingOf(name: string, settings: Values, environment: NodeJS.ProcessEnv): string | null {
  const constant = settings[name];
  if (constant !== undefined && constant !== null && typeof constant !== "object") return String(constant);
  return environment[`DIALOG360_${name.toUpperCase()}`]?.trim() || null;
}

function providerGuards(
  { settings }: TrackingPlan,
  changes: readonly PlannedChange[],
  environment: NodeJS.ProcessEnv,
): Guard[] {
  const off = changes.filter(({ isLoss }) => isLoss).length;
  const sent = changes.filter(({ change }) => SENT.has(change)).length;
  const most = settingOf("max_disables_per_run", settings, environment);
  const readOnly = settingOf("read_only", settings, environment);
  return [
    {
      name: "max_disables_per_run",
      text: most === null ? `not set; ${off} are switched off` : `${off} of ${most}`,
      isExceeded: most !== null && off > Number(most),
    },
    ...(readOnly === "true"
      ? [{ name: "read_only", text: "true: an apply sends no switch", isExceeded: sent > 0 }]
      : []),
  ];
}

/** What a fleet's own limit makes of the plan: keys that are flipped or removed. */
function fleetGuard(object: PlannedObject): Guard[] {
  const most = object.after?.["max_changes"];
  if (typeof most !== "number" || object.before === null) return [];
  const after = positionsOf(object, object.after);
  const pending = valuesOf(object.before["pending"]);
  const losing = [...positionsOf(object, object.before)].filter(
    ([id, enabled]) => !Object.hasOwn(pending, id) && (!after.has(id) || after.get(id) !== enabled),
  );
  const text = `${losing.length} of ${most}`;
  return [{ name: `max_changes of ${object.address}`, text, isExceeded: losing.length > most }];
}

function durationOf(switches: number, settings: Values, environment: NodeJS.ProcessEnv): string {
  if (switches === 0) return "nothing is sent";
  const limit = valuesOf(
    settings["rate_limit"] ?? tryParseRateLimit(environment["DIALOG360_RATE_LIMIT"] ?? ""),
  );
  const pace = { requests: Number(limit["requests"]), perSeconds: Number(limit["per_seconds"]) };
  const seconds = secondsFor(switches, pace);
  if (!Number.isFinite(seconds)) return "not known: no rate_limit is set";
  return `about ${roughly(seconds)} at ${pace.requests} requests per ${pace.perSeconds} s`;
}
