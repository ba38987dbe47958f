// Sends the switch of one channel, on or off, and applies the rules that hold for every switch.
import { type Channel, type ChannelRef, Dialog360Error, HubError, StoppedError } from "../../client";
import { type Context, DiagnosticError } from "../../framework";
import type { WrittenChannel } from "../channels";
import { summarise } from "../explain";
import type { Session } from "../session";
import { titles } from "../titles";
import type { SentRecord } from "./sent-record";

/** What sending a switch needs of an operation. */
export type SwitchContext = Pick<Context<Session>, "client" | "signal" | "deadline" | "diagnostics">;

/** A switch that is to be sent. */
export interface SwitchOrder {
  /** The channel, with the client that the path names. */
  readonly ref: ChannelRef;
  readonly enabled: boolean;
  /** Whether the channel leaves the configuration. Otherwise the configuration declares it. */
  readonly leaves: boolean;
  /** Whether this switches tracking off that is on, or may be. */
  readonly disables: boolean;
  /** The switch that was last sent. */
  readonly record: SentRecord | undefined;
  /** The channel as it was read before; null if it was not read. */
  readonly channel: Channel | null;
}

/**
 * Result of an order: `sent` (and accepted), `observed` (not sent, because the hub reports this position already), or
 * `left` (not sent, because another object of the same run declares the channel).
 */
export type SwitchResult = "sent" | "observed" | "left";

/**
 * Carries out one order, which the caller has announced to `session.progress`. The caller holds the channel's turn
 * (`ChannelWrites.inTurn`).
 * @throws DiagnosticError if the hub does not know the path, or `max_disables_per_run` forbids the switch
 */
export async function carryOut(context: SwitchContext, order: SwitchOrder): Promise<SwitchResult> {
  const { progress, looks } = context.client;
  try {
    const result = await looks.whileSwitching(order.ref.partnerId, () => switchOrLeave(context, order));
    progress.settle(result === "sent" ? "sent" : "unchanged");
    return result;
  } catch (error) {
    // A switch that a stop prevented is still pending.
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

/** The sent record after an order was carried out. @param now milliseconds since 1970 */
export function recordAfter({ ref, record }: SwitchOrder, result: SwitchResult, now: number): SentRecord {
  const at = result === "sent" ? now : (record?.at ?? null);
  return { clientId: ref.clientId, at, outcomeUnknown: null };
}

/** The sent record after an order failed: the earlier one, unless the switch may have taken effect. */
export function recordAfterFailure(
  { ref, enabled, record }: SwitchOrder,
  error: unknown,
  now: number,
): SentRecord | undefined {
  if (!mayHaveTakenEffect(error)) return record;
  return { clientId: ref.clientId, at: now, outcomeUnknown: enabled };
}

/** Whether a failed switch may have taken effect: it was sent, and not clearly refused. */
export function mayHaveTakenEffect(error: unknown): boolean {
  return error instanceof Dialog360Error && error.mayHaveTakenEffect;
}

/** Whether the hub answered that the path does not exist. */
function isNotFound(error: unknown): error is HubError {
  return error instanceof HubError && error.notFound;
}

/** Sends the switch. After a 404, a direct look-up of the channel explains the error. */
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
      return `The partner ${partnerId} has no channel ${channelId}: remove its block.`;
    }
    if (channel.clientId !== null && channel.clientId !== clientId) {
      return `The hub now has ${channelId} under the client ${channel.clientId}, not under ${clientId}, and the path needs the channel's own client. Run plan again, which follows the channel. If client_id is set, change it to "${channel.clientId}".`;
    }
    return `The hub lists ${channelId} under ${clientId}, so it does not know the path itself. Check hub_base_url (DIALOG360_HUB_BASE_URL) and partner_id, and whether CTWA tracking is part of your plan with 360dialog.`;
  } catch {
    return `The look-up of the client that has ${channelId} failed. Compare client_id with the Partner Hub.`;
  }
}

/**
 * Switches tracking of a channel off, also if it has moved to another client. A channel that is gone counts as done.
 */
async function switchOff(context: SwitchContext, ref: ChannelRef): Promise<void> {
  const { ctwa } = context.client.api;
  try {
    await ctwa.disable(ref, callOf(context));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    // The channel may have moved to another client since the last refresh.
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
      `The hub knows no channel ${channelId} under the client ${clientId}, so the channel counts as gone. The look-up of another client that may have it failed.\n\n${summarise(error)}`,
    );
    return null;
  }
}

function callOf({ signal, deadline }: SwitchContext): Pick<SwitchContext, "signal" | "deadline"> {
  return { signal, deadline };
}
