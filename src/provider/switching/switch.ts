// Sends the switch of one channel, on or off, after the rules that hold for every switch.
import { type Channel, type ChannelRef, Dialog360Error, HubError, StoppedError } from "../../client";
import { type Context, DiagnosticError } from "../../framework";
import type { WrittenChannel } from "../channels";
import { summarise } from "../explain";
import type { Session } from "../session";
import { titles } from "../titles";
import type { SentRecord } from "./sent-record";

/** What sending a switch works with. */
export type SwitchContext = Pick<Context<Session>, "client" | "signal" | "deadline" | "diagnostics">;

/** A switch that is to be sent. */
export interface SwitchOrder {
  /** The channel, with the client that the path names. */
  readonly ref: ChannelRef;
  readonly enabled: boolean;
  /** Whether the channel leaves the configuration; else it is declared. */
  readonly leaves: boolean;
  /** Whether tracking is on, or may be, and this switches it off. */
  readonly disables: boolean;
  /** What was last sent. */
  readonly record: SentRecord | undefined;
  /** The channel as it was looked at before; null where it was not. */
  readonly channel: Channel | null;
}

/**
 * What became of a switch: `sent` and accepted, not sent because the hub reports it as `observed` in this position,
 * or `left` because the same run declares the channel elsewhere.
 */
export type SwitchResult = "sent" | "observed" | "left";

/**
 * Carries out one order, which the caller has announced to `session.progress`. The caller holds the channel's turn
 * (`ChannelWrites.inTurn`).
 * @throws DiagnosticError when the hub knows no such path, or `max_disables_per_run` forbids it
 */
export async function carryOut(context: SwitchContext, order: SwitchOrder): Promise<SwitchResult> {
  const { progress } = context.client;
  try {
    const result = await switchOrLeave(context, order);
    progress.settle(result === "sent" ? "sent" : "unchanged");
    return result;
  } catch (error) {
    // What a stop kept from being sent is pending as before.
    if (!(error instanceof StoppedError) || error.mayHaveTakenEffect) progress.settle("failed");
    throw error;
  }
}

async function switchOrLeave(context: SwitchContext, order: SwitchOrder): Promise<SwitchResult> {
  const { writes, flag, guards, moves } = context.client;
  const { ref, enabled, leaves, disables, record, channel } = order;
  if (leaves && (writes.isDeclared(ref) || (await moves.isCreated(ref)))) return "left";
  if (!leaves && channel !== null && flag.showsAlready(channel, enabled, record)) return "observed";
  if (disables) guards.admitDisable(ref);
  if (leaves) await switchOff(context, ref);
  else await sendSwitch(context, ref, enabled);
  return "sent";
}

/** The record of an order that was carried out. @param now milliseconds since 1970 */
export function recordAfter({ ref, record }: SwitchOrder, result: SwitchResult, now: number): SentRecord {
  const at = result === "sent" ? now : (record?.at ?? null);
  return { clientId: ref.clientId, at, outcomeUnknown: null };
}

/** The record of an order that failed: that of before, unless the switch may be in force all the same. */
export function recordAfterFailure(
  { ref, enabled, record }: SwitchOrder,
  error: unknown,
  now: number,
): SentRecord | undefined {
  if (!mayHaveTakenEffect(error)) return record;
  return { clientId: ref.clientId, at: now, outcomeUnknown: enabled };
}

/** Whether a switch that failed may be in force all the same: it was sent and not clearly refused. */
export function mayHaveTakenEffect(error: unknown): boolean {
  return error instanceof Dialog360Error && error.mayHaveTakenEffect;
}

/** Whether the hub answered that there is no such thing. */
function isNotFound(error: unknown): error is HubError {
  return error instanceof HubError && error.notFound;
}

/** Sends the switch; a 404 is explained by what a direct look-up says. */
async function sendSwitch(context: SwitchContext, ref: ChannelRef, enabled: boolean): Promise<void> {
  const { api } = context.client;
  const call = callOf(context);
  try {
    await (enabled ? api.ctwa.enable(ref, call) : api.ctwa.disable(ref, call));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    throw new DiagnosticError(
      titles.notUnderClient,
      `${error.message}\n\n${await describeOwner(context, ref)}`,
      "client_id",
      { cause: error },
    );
  }
}

async function describeOwner(context: SwitchContext, ref: ChannelRef): Promise<string> {
  const { partnerId, clientId, channelId } = ref;
  try {
    const channel = await context.client.api.channels.lookUp(partnerId, channelId, callOf(context));
    if (channel === null) {
      return `The partner ${partnerId} has no channel ${channelId} (any more): remove its block.`;
    }
    if (channel.clientId !== null && channel.clientId !== clientId) {
      return `The hub has ${channelId} under the client ${channel.clientId} now, not under ${clientId}, and the path needs the channel's own client: run plan again to follow it, and set client_id = "${channel.clientId}" where it is set.`;
    }
    return `The hub does list ${channelId} under ${clientId}, so the path itself seems to be unknown there: check hub_base_url (DIALOG360_HUB_BASE_URL) and partner_id, and that CTWA tracking is part of your plan with 360dialog.`;
  } catch {
    return `Which client has ${channelId} could not be looked up just now: compare client_id with the Partner Hub.`;
  }
}

/** Switches tracking of a channel off, wherever it is by now; one that is gone counts as done. */
async function switchOff(context: SwitchContext, ref: ChannelRef): Promise<void> {
  const { ctwa } = context.client.api;
  try {
    await ctwa.disable(ref, callOf(context));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    // A channel that has moved since the last refresh is not gone.
    const owner = await findOwner(context, ref, ref.clientId);
    if (owner !== null && owner !== ref.clientId) {
      await ctwa.disable({ ...ref, clientId: owner }, callOf(context));
    }
  }
}

async function findOwner(
  context: SwitchContext,
  { partnerId, channelId }: WrittenChannel,
  clientId: string,
): Promise<string | null> {
  try {
    const channel = await context.client.api.channels.lookUp(partnerId, channelId, callOf(context));
    return channel?.clientId ?? null;
  } catch (error) {
    if (error instanceof StoppedError) throw error;
    context.diagnostics.warning(
      titles.channelNotFound,
      `The hub knows no channel ${channelId} under the client ${clientId}, which counts as gone. Whether another client has it could not be looked up.\n\n${summarise(error)}`,
    );
    return null;
  }
}

function callOf({ signal, deadline }: SwitchContext): Pick<SwitchContext, "signal" | "deadline"> {
  return { signal, deadline };
}
