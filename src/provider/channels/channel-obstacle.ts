import type { Channel } from "../../client";
import { titles } from "../titles";
import type { WrittenChannel } from "./channel-key";

/** A channel that something declares. */
export interface DeclaredChannel extends WrittenChannel {
  /** What declares the channel, as messages call it. */
  readonly declaredBy: "block" | "key";
}

/** A channel as a configuration names it. */
export interface WantedChannel extends DeclaredChannel {
  /** The client that the configuration names; null if it names none. */
  readonly clientId: string | null;
}

/** A reason why tracking of a channel cannot be switched. */
export interface Obstacle {
  readonly code: "gone" | "terminated" | "wrong_client";
  readonly summary: string;
  readonly detail: string;
}

/** Finds the reason why tracking of a channel cannot be switched; null if it can. */
export function findObstacle(channel: Channel | null, wanted: WantedChannel, now: number): Obstacle | null {
  const end = findEnd(channel, wanted, now);
  if (end !== null) return end;
  const clientId = channel?.clientId ?? null;
  if (clientId === null || wanted.clientId === null || clientId === wanted.clientId) return null;
  return channelIsElsewhere(wanted.channelId, wanted.clientId, clientId);
}

/** Finds out whether a channel is gone or terminated; null if it is neither. */
export function findEnd(channel: Channel | null, wanted: DeclaredChannel, now: number): Obstacle | null {
  if (channel === null) return channelIsGone(wanted);
  const terminated = terminatedBy(channel, now);
  return terminated === null ? null : channelIsTerminated(wanted, terminated);
}

/** Time at which the channel was terminated; null if it is not, or not yet. A cancelled channel works until its end. */
export function terminatedBy({ terminatedAt }: Pick<Channel, "terminatedAt">, now: number): string | null {
  return terminatedAt !== null && Date.parse(terminatedAt) <= now ? terminatedAt : null;
}

/** The obstacle of a channel that the partner does not have. */
export function channelIsGone({ partnerId, channelId }: WrittenChannel): Obstacle {
  return {
    code: "gone",
    summary: titles.channelNotFound,
    detail: `The partner ${partnerId} has no channel ${channelId}; a direct look-up confirmed it.${confusionHint(channelId)} Check the id in the Partner Hub, and that partner_id is the partner who has the channel.`,
  };
}

function channelIsTerminated({ channelId, declaredBy }: DeclaredChannel, terminated: string): Obstacle {
  return {
    code: "terminated",
    summary: titles.terminated,
    detail: `The channel ${channelId} was terminated on ${terminated}; remove its ${declaredBy}. Tracking of a terminated channel cannot be switched.`,
  };
}

function channelIsElsewhere(channelId: string, configured: string, clientId: string): Obstacle {
  return {
    code: "wrong_client",
    summary: titles.otherClient,
    detail: `The hub has the channel ${channelId} under the client ${clientId}, but the configuration says ${configured}. The path of the switch needs the channel's own client (under any other, the hub answers 404), so nothing was switched. Set client_id = "${clientId}", or leave it out to follow the channel.`,
  };
}

// In all of 360dialog's documents, the last two letters of an id tell what it identifies.
const KINDS: Readonly<Record<string, string>> = {
  CL: "a client",
  PA: "a partner",
  WA: "a WhatsApp Business Account",
};

function confusionHint(channelId: string): string {
  const kind = kindOf(channelId);
  return kind === undefined ? "" : ` Ids of channels end in CH; this one looks like the id of ${kind}.`;
}

/** What kind of thing the last letters of an id suggest, such as "a client"; undefined for a channel. */
export function kindOf(id: string): string | undefined {
  return KINDS[id.slice(-2)];
}
