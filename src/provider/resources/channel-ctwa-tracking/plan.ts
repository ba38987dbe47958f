import {
  type Diagnostics,
  isUnknown,
  type PlanContext,
  type PlanDestroyContext,
  UNKNOWN,
  type Unknown,
} from "../../../framework";
import { claimantOf, declaredTwice, warnOfPlannedMove } from "../../channels";
import { MISSING_PARTNER, planPartner } from "../../partner";
import type { Session } from "../../session";
import { onOff } from "../../switching";
import { titles } from "../../titles";
import type { State, schema, Uncertain } from "./schema";
import { planFromChannel } from "./state-from-channel";

/** What planning needs of the operation. */
export type PlanInput = Pick<
  PlanContext<Session, typeof schema>,
  "config" | "plan" | "state" | "private" | "client" | "diagnostics"
>;

/** What planning a destroy needs of the operation. */
export type PlanDestroyInput = Pick<
  PlanDestroyContext<Session, typeof schema>,
  "client" | "diagnostics" | "state"
>;

/** Plans a change. Attributes that a switch will change are unknown; all others keep their values. */
export function planTracking(input: PlanInput): Uncertain {
  const plan = input.state === null ? planCreate(input) : planUpdate(input, input.state);
  claimChannel(plan, input);
  declareTracking(plan, input.client);
  return plan;
}

function declareTracking(plan: Uncertain, { declared }: Session): void {
  const { partner_id: partnerId, channel_id: channelId, app_id: appId } = plan;
  if (typeof partnerId !== "string" || typeof channelId !== "string") return;
  const known = typeof appId === "string" ? appId : null;
  declared.declare({ partnerId, channelId, appId: known, enabled: plan.enabled !== false });
}

function claimChannel(
  { partner_id: partnerId, channel_id: channelId }: Uncertain,
  { state, private: kept, client, diagnostics }: PlanInput,
): void {
  if (typeof partnerId !== "string" || typeof channelId !== "string") return;
  const claimant = claimantOf(kept, state === null);
  if (claimant === null) return;
  for (const taken of client.claims.claim(claimant, partnerId, [channelId])) {
    const { summary, detail } = declaredTwice(taken);
    diagnostics.error(summary, detail, "channel_id");
  }
}

function planCreate({ config, plan, client, diagnostics }: PlanInput): Uncertain {
  const partnerId = config.partner_id ?? client.partnerId;
  if (partnerId === null) diagnostics.error(MISSING_PARTNER.summary, MISSING_PARTNER.detail, "partner_id");
  if (typeof partnerId === "string" && typeof plan.channel_id === "string") {
    warnOfPlannedMove(client.moves.create(partnerId, [plan.channel_id]), client.repeats, diagnostics);
  }
  if (plan.on_create === "assume") warnOfTrust(plan, client, diagnostics);
  // The id is known already, but planned as unknown: what refers to it then waits until the switch was sent.
  return { ...plan, partner_id: partnerId ?? UNKNOWN };
}

function warnOfTrust(
  { channel_id: channelId, enabled }: Uncertain,
  { repeats }: PlanInput["client"],
  diagnostics: Diagnostics,
): void {
  const position = enabled === true || enabled === false ? onOff(enabled) : "declared";
  repeats.warn(
    diagnostics,
    "Tracking state is taken on trust",
    `on_create = "assume": apply records CTWA tracking of ${isUnknown(channelId) ? "the channel" : channelId} as ${position} and sends nothing (verification = "unverified" unless the hub reports it).`,
  );
}

/** Counts a channel that a destroy switches off, also the destroy of a replacement. */
export function planDestroy(input: PlanDestroyInput): void {
  const { state, client, diagnostics } = input;
  if (state.on_destroy === "keep") return;
  countDisable(input);
  const partnerId = state.partner_id ?? client.partnerId;
  warnOfPlannedMove(client.moves.destroy(String(partnerId), [state.channel_id]), client.repeats, diagnostics);
}

function countDisable({ state, client, diagnostics }: PlanDestroyInput): void {
  const partnerId = state.partner_id ?? client.partnerId;
  client.guards.countDisables(String(partnerId), [state.channel_id], diagnostics);
}

function planUpdate(input: PlanInput, state: State): Uncertain {
  const { config, plan, client, diagnostics } = input;
  // With checks at plan on, the check reports it after reading the channel.
  if (client.checks.mode === "off") warnOfOtherClient(config.client_id, state, diagnostics);
  const sends = mustSend(plan, state);
  const partnerId = planPartner(config.partner_id, state.partner_id, input.client);
  if (plan.channel_id !== state.channel_id || partnerId !== state.partner_id) {
    planDestroy({ ...input, state });
  } else if (disables(plan.enabled, state)) countDisable({ ...input, state });
  return {
    ...plan,
    partner_id: partnerId,
    client_id: config.client_id ?? state.client_id ?? (sends ? UNKNOWN : null),
    ...planFromChannel(state, sends),
    verification: sends ? UNKNOWN : state.verification,
    asserted_at: sends ? UNKNOWN : state.asserted_at,
  };
}

/**
 * Whether an update has to send the switch. An unknown value counts as a difference. With `on_create = "assume"`, a
 * position that was never sent nor reported counts as true.
 */
export function mustSend(
  { enabled, on_create: onCreate }: Pick<Uncertain, "enabled" | "on_create">,
  state: State,
): boolean {
  const { verification } = state;
  if (verification === "stale") return true;
  const isTrusted = onCreate === "assume" && verification === "unverified";
  if (isTrusted && state.enabled === null) return false;
  return enabled !== state.enabled || (verification === "unverified" && !isTrusted);
}

/** Whether an update switches tracking off that is on, or may be. */
export function disables(enabled: boolean | null | Unknown, state: Pick<State, "enabled"> | null): boolean {
  return enabled === false && state !== null && state.enabled !== false;
}

function warnOfOtherClient(
  configured: string | null | Unknown,
  state: State,
  diagnostics: Diagnostics,
): void {
  if (
    configured === null ||
    isUnknown(configured) ||
    state.client_id === null ||
    configured === state.client_id
  )
    return;
  diagnostics.warning(
    titles.otherClient,
    `The hub has the channel ${state.channel_id} under the client ${state.client_id}, but the configuration says ${configured}. If this is still so at apply, it fails before anything is switched. Set client_id = "${state.client_id}", or leave it out to follow the channel.`,
    "client_id",
  );
}
