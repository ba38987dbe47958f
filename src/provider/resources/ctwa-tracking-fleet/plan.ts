import { type Diagnostics, isUnknown, type PrivateState, UNKNOWN } from "../../../framework";
import { claimantOf, declaredTwice } from "../../channels/channel-claims";
import { MISSING_PARTNER, planPartner } from "../../partner";
import type { Session } from "../../session";
import { canSend } from "./reasons";
import { nameSome, reportAtKeys } from "./report";
import type { State, Uncertain } from "./schema";

/** What planning looks at. */
export interface PlanInput {
  readonly config: Uncertain;
  readonly plan: Uncertain;
  /** null when the fleet is to be created. */
  readonly state: State | null;
  readonly private: PrivateState;
  readonly client: Pick<Session, "partnerId" | "guards" | "claims">;
  readonly diagnostics: Diagnostics;
}

/** What planning a destroy looks at. */
export type PlanDestroyInput = Pick<PlanInput, "client" | "diagnostics"> & { readonly state: State };

/** Plans a change of a fleet: what an apply will find out is unknown, and all else keeps its value. */
export function planFleet(input: PlanInput): Uncertain {
  const plan = input.state === null ? planCreate(input) : planUpdate(input, input.state);
  claimChannels(plan, input);
  return plan;
}

function claimChannels({ partner_id: partnerId, channels }: Uncertain, input: PlanInput): void {
  if (typeof partnerId !== "string" || channels === null || isUnknown(channels)) return;
  const { client, diagnostics } = input;
  const claimant = claimantOf(input.private, input.state === null);
  if (claimant === null) return;
  const taken = client.claims.claim(claimant, partnerId, channels.keys());
  const left = reportAtKeys(
    taken.map((channelId) => ({ channelId, ...declaredTwice(channelId) })),
    diagnostics,
  );
  if (left > 0) {
    const { summary } = declaredTwice("");
    diagnostics.error(summary, `So are ${left} more: ${nameSome(taken.slice(-left))}.`, "channels");
  }
}

function planCreate({ config, plan, client, diagnostics }: PlanInput): Uncertain {
  const partnerId = config.partner_id ?? client.partnerId;
  if (partnerId === null) diagnostics.error(MISSING_PARTNER.summary, MISSING_PARTNER.detail, "partner_id");
  return { ...plan, partner_id: partnerId ?? UNKNOWN };
}

function planUpdate(input: PlanInput, state: State): Uncertain {
  const { config, plan, client, diagnostics } = input;
  const partnerId = planPartner(config.partner_id, state.partner_id, client);
  const replaced = partnerId !== state.partner_id;
  const { any, losing, disabled } = compare(state, plan.channels, plan.on_destroy);
  refuseTooMany(plan.max_changes, replaced ? [...state.channels.keys()] : losing, diagnostics);
  if (replaced) planDestroy({ state, client, diagnostics });
  else client.guards.countDisables(String(state.partner_id), disabled, diagnostics);
  const works = any || mustSend(state);
  return {
    ...plan,
    partner_id: partnerId,
    pending: works ? UNKNOWN : state.pending,
    tracked_count: works ? UNKNOWN : state.tracked_count,
    verification: works ? UNKNOWN : state.verification,
  };
}

/** Counts what a destroy, that of a replaced fleet too, would switch off. */
export function planDestroy({ state, client, diagnostics }: PlanDestroyInput): void {
  if (state.on_destroy === "keep") return;
  const on = [...state.channels].flatMap(([channelId, { enabled }]) => (enabled === true ? [channelId] : []));
  client.guards.countDisables(String(state.partner_id), on, diagnostics);
}

/** Whether an update sends switches although the configuration says nothing new. */
function mustSend({ pending, verification }: State): boolean {
  if (verification === "stale") return true;
  for (const reason of pending?.values() ?? []) if (canSend(reason)) return true;
  return false;
}

function refuseTooMany(
  most: Uncertain["max_changes"],
  losing: readonly string[],
  diagnostics: Diagnostics,
): void {
  if (typeof most !== "number" || isUnknown(most) || losing.length <= most) return;
  diagnostics.error(
    "Too many changes at once",
    `This plan would flip or remove ${losing.length} keys of the fleet, max_changes allows ${most}: ${nameSome(losing)}.\n\nNothing has been switched. Look for what takes so many: a list that came back shorter, another variable file, many switches flipped elsewhere. If it is meant, raise max_changes or take it away for this apply.`,
    "max_changes",
  );
}

/** How a planned map of channels differs from the one in the state. */
export interface Comparison {
  /** Whether it differs at all, or may. */
  readonly any: boolean;
  /** Channels that would be flipped or removed; those that are pending are in no position that could be lost. */
  readonly losing: readonly string[];
  /** Channels whose tracking was on and would be switched off. */
  readonly disabled: readonly string[];
}

/** Compares a planned map of channels with the one in the state, in one pass over each. */
export function compare(
  state: State,
  planned: Uncertain["channels"],
  onDestroy: Uncertain["on_destroy"],
): Comparison {
  if (planned === null || isUnknown(planned)) return { any: true, losing: [], disabled: [] };
  const losing: string[] = [];
  const disabled: string[] = [];
  let any = planned.size !== state.channels.size;
  for (const [channelId, before] of state.channels) {
    const wanted = planned.get(channelId);
    if (isUnknown(wanted) || isUnknown(wanted?.enabled)) {
      any = true;
      continue;
    }
    const flipped = wanted?.enabled !== before.enabled;
    any ||= flipped || wanted.client_id !== before.client_id;
    if (flipped && !state.pending?.has(channelId)) losing.push(channelId);
    if (flipped && before.enabled === true && (wanted !== undefined || onDestroy === "disable")) {
      disabled.push(channelId);
    }
  }
  return { any, losing, disabled };
}
