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
  /** The client that the configuration says it is under, null where it says nothing. */
  readonly clientId: string | null;
}

/** What keeps tracking of a channel from being switched. */
export interface Obstacle {
  readonly code: "gone" | "terminated" | "wrong_client";
  readonly summary: string;
  readonly detail: string;
}

/** Finds what keeps tracking of a channel from being switched, null where nothing does. */
export function findObstacle(channel: Channel | null, wanted: WantedChannel, now: number): Obstacle | null {
  const end = findEnd(channel, wanted, now);
  if (end !== null) return end;
  const clientId = channel?.clientId ?? null;
  if (clientId === null || wanted.clientId === null || clientId === wanted.clientId) return null;
  return channelIsElsewhere(wanted.channelId, wanted.clientId, clientId);
}

/** Finds whether a channel is gone or terminated; null where it is neither. */
export function findEnd(channel: Channel | null, wanted: DeclaredChannel, now: number): Obstacle | null {
  if (channel === null) return channelIsGone(wanted);
  const terminated = terminatedBy(channel, now);
  return terminated === null ? null : channelIsTerminated(wanted, terminated);
}

/** When the channel was terminated, null if it was not, or not yet: a cancelled channel works until its end. */
export function terminatedBy({ terminatedAt }: Pick<Channel, "terminatedAt">, now: number): string | null {
  return terminatedAt !== null && Date.parse(terminatedAt) <= now ? terminatedAt : null;
}

/** A channel that the partner does not have. */
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
    detail: `The hub has the channel ${channelId} under the client ${clientId}, the configuration says ${configured}. The path of the switch needs the channel's own client (under any other the hub answers 404), so nothing was switched. Set client_id = "${clientId}", or leave it out to follow the channel.`,
  };
}

// The last two letters of an id tell what it is of, wherever 360dialog shows one.
const KINDS: Readonly<Record<string, string>> = {
  CL: "a client",
  PA: "a partner",
  WA: "a WhatsApp Business Account",
};

function confusionHint(channelId: string): string {
  const kind = kindOf(channelId);
  return kind === undefined ? "" : ` Ids of channels end in CH; this one looks like that of ${kind}.`;
}

/** What an id that does not end like a channel's looks like, such as "a client". */
export function kindOf(id: string): string | undefined {
  return KINDS[id.slice(-2)];
}
