import { isUnknown, type PlanContext, type PlanDestroyContext, UNKNOWN } from "../../../framework";
import { claimantOf, declaredTwice, warnOfPlannedMove } from "../../channels";
import { grouped, nameSome } from "../../name-some";
import { MISSING_PARTNER, planPartner } from "../../partner";
import type { Session } from "../../session";
import { titles } from "../../titles";
import { canSend } from "./apply/reasons";
import { reportAtKeys } from "./apply/report";
import { type Comparison, compare } from "./compare";
import { switchableMembers } from "./departed";
import type { State, schema, Uncertain } from "./schema";
import { lastChange, type Size, warnOfSize } from "./size";

/** What planning needs of the operation. */
export type PlanInput = Pick<
  PlanContext<Session, typeof schema>,
  "config" | "plan" | "state" | "private" | "client" | "diagnostics"
>;

/** What planning a destroy needs of the operation. */
export type PlanDestroyInput = Pick<
  PlanDestroyContext<Session, typeof schema>,
  "client" | "diagnostics" | "private" | "state"
>;

/** Plans a change of a fleet. Attributes that apply will determine are unknown; all others keep their values. */
export function planFleet(input: PlanInput): Uncertain {
  const plan = input.state === null ? planCreate(input) : planUpdate(input, input.state);
  claimChannels(plan, input);
  return plan;
}

function claimChannels({ partner_id: partnerId, channels }: Uncertain, input: PlanInput): void {
  if (typeof partnerId !== "string" || channels === null || isUnknown(channels)) return;
  const { client, diagnostics } = input;
  for (const [channelId, enabled] of channels) {
    client.declared.declare({ partnerId, channelId, appId: null, enabled: enabled !== false });
  }
  const claimant = claimantOf(input.private, input.state === null);
  if (claimant === null) return;
  const taken = client.claims.claim(claimant, partnerId, channels.keys());
  const left = reportAtKeys(
    taken.map((channelId) => ({ channelId, ...declaredTwice(channelId) })),
    diagnostics,
  );
  if (left > 0) {
    const { summary } = declaredTwice("");
    diagnostics.error(
      summary,
      `${grouped(left)} more channels are declared twice: ${nameSome(taken.slice(-left))}.`,
      "channels",
    );
  }
}

function planCreate({ config, plan, client, diagnostics }: PlanInput): Uncertain {
  const partnerId = config.partner_id ?? client.partnerId;
  if (partnerId === null) diagnostics.error(MISSING_PARTNER.summary, MISSING_PARTNER.detail, "partner_id");
  const created = { ...plan, partner_id: partnerId ?? UNKNOWN, last_change: UNKNOWN };
  const { channels, on_create: onCreate } = plan;
  const isOpen = channels === null || isUnknown(channels) || [...channels.values()].some(isUnknown);
  if (isOpen || isUnknown(onCreate)) return created;
  if (typeof partnerId === "string") {
    warnOfPlannedMove(client.moves.create(partnerId, [...channels.keys()]), client.repeats, diagnostics);
  }
  const all = channels.size;
  const off = [...channels.values()].filter((enabled) => enabled === false).length;
  const isAssumed = onCreate === "assume";
  const counts = isAssumed
    ? { on: 0, off: 0, added: 0, assumed: all }
    : { on: all - off, off, added: all, assumed: 0 };
  const size = { ...counts, removed: 0, again: 0, gone: [], sendsOverdue: false };
  warnOfSize(size, client, diagnostics);
  return { ...created, last_change: lastChange(size) };
}

function planUpdate(input: PlanInput, state: State): Uncertain {
  const { config, plan, client, diagnostics } = input;
  const partnerId = planPartner(config.partner_id, state.partner_id, client);
  const replaced = partnerId !== state.partner_id;
  const comparison = compare(state, plan, input.private);
  const losing = replaced ? [...switchableMembers(state.channels, input.private).keys()] : comparison.losing;
  refuseTooMany(plan.max_changes, losing, diagnostics);
  if (replaced) planDestroy({ state, private: input.private, client, diagnostics });
  else client.guards.countDisables(String(state.partner_id), comparison.disabled, diagnostics);
  if (!replaced) noteMoves(input, state, comparison);
  const works = isWork(plan, state, comparison);
  const size = sizeOf(state, comparison);
  if (works && !replaced) warnOfSize(size, client, diagnostics);
  return {
    ...plan,
    partner_id: partnerId,
    pending: works ? UNKNOWN : state.pending,
    tracked_count: works ? UNKNOWN : state.tracked_count,
    verification: works ? UNKNOWN : state.verification,
    last_change: planLastChange(state, comparison, size),
  };
}

function noteMoves({ plan, client, diagnostics }: PlanInput, state: State, found: Comparison): void {
  const partnerId = String(state.partner_id);
  const removed = plan.on_destroy === "keep" ? [] : client.moves.destroy(partnerId, found.removed);
  warnOfPlannedMove(
    [...client.moves.create(partnerId, found.added), ...removed],
    client.repeats,
    diagnostics,
  );
}

function planLastChange(state: State, { isOpen }: Comparison, size: Size): Uncertain["last_change"] {
  if (isOpen) return UNKNOWN;
  const sends = size.on + size.off > 0 || size.sendsOverdue;
  return sends ? lastChange(size) : state.last_change;
}

function sizeOf({ verification }: State, { on, off, again, added, removed, gone }: Comparison): Size {
  const counts = { on, off, again, added: added.length, removed: removed.length, assumed: 0 };
  return { ...counts, gone, sendsOverdue: verification === "stale" };
}

/** Counts the channels that a destroy switches off, also the destroy of a replacement. */
export function planDestroy({ state, private: kept, client, diagnostics }: PlanDestroyInput): void {
  if (state.on_destroy === "keep") return;
  const members = switchableMembers(state.channels, kept);
  const on = [...members].flatMap(([channelId, enabled]) => (enabled === true ? [channelId] : []));
  const partnerId = String(state.partner_id);
  client.guards.countDisables(partnerId, on, diagnostics);
  warnOfPlannedMove(client.moves.destroy(partnerId, [...members.keys()]), client.repeats, diagnostics);
}

/** Whether apply does more than save settings in the state. */
function isWork(plan: Uncertain, state: State, { differs, again }: Comparison): boolean {
  if (differs || again > 0 || state.verification === "stale") return true;
  if (plan.client_id !== null && plan.client_id !== state.client_id) return true;
  for (const reason of state.pending?.values() ?? []) if (reason !== null && canSend(reason)) return true;
  return false;
}

function refuseTooMany(
  most: Uncertain["max_changes"],
  losing: readonly string[],
  diagnostics: PlanInput["diagnostics"],
): void {
  if (typeof most !== "number" || isUnknown(most) || losing.length <= most) return;
  diagnostics.error(
    titles.tooManyChanges,
    `This plan flips or removes ${grouped(losing.length)} keys of the fleet, but max_changes allows ${grouped(most)}: ${nameSome(losing)}.\n\nNothing was switched. Likely causes are a list that came back shorter, another variable file, and switches that were flipped elsewhere. If the change is intended, raise or remove max_changes for this apply.`,
    "max_changes",
  );
}
