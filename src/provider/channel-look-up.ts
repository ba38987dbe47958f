import type { Channel } from "../client";
import { type Context, DiagnosticError } from "../framework";
import type { WrittenChannel } from "./channel-key";
import type { Dialog360 } from "./dialog360";

/** How long a caller waits. */
type Patience = Pick<Context<Dialog360>, "signal" | "deadline">;

type Asker = Pick<Dialog360, "client" | "clock">;

/**
 * The channel, if its tracking can be written.
 * @param place attribute that errors point at
 * @throws DiagnosticError when there is no such channel or it is terminated
 */
export async function findUsableChannel(
  { client, clock }: Asker,
  { partnerId, channelId }: WrittenChannel,
  { place, ...call }: Patience & { readonly place?: string },
): Promise<Channel> {
  const channel = await client.channels.find(partnerId, channelId, call);
  if (channel === null) throw channelNotFound(partnerId, channelId, place);
  const terminated = terminatedBy(channel, clock.now());
  if (terminated !== null) {
    throw new DiagnosticError(
      "Channel is terminated",
      `The channel ${channelId} was terminated on ${terminated}; remove its block. Tracking of a terminated channel cannot be switched.`,
      place,
    );
  }
  return channel;
}

/** When the channel was terminated, null if it was not, or not yet: a cancelled channel works until its end. */
export function terminatedBy({ terminatedAt }: Pick<Channel, "terminatedAt">, now: number): string | null {
  return terminatedAt !== null && Date.parse(terminatedAt) <= now ? terminatedAt : null;
}

/** The error for a channel that a partner does not have. */
export function channelNotFound(partnerId: string, channelId: string, place?: string): DiagnosticError {
  return new DiagnosticError(
    "Channel not found",
    `The partner ${partnerId} has no channel ${channelId}; a direct look-up confirmed it.${confusionHint(channelId)} Check the id in the Partner Hub, and that partner_id is the partner who has the channel.`,
    place,
  );
}

// The last two letters of an id tell what it is of, wherever 360dialog shows one.
const KINDS: Readonly<Record<string, string>> = {
  CL: "a client",
  PA: "a partner",
  WA: "a WhatsApp Business Account",
};

function confusionHint(channelId: string): string {
  const kind = KINDS[channelId.slice(-2)];
  return kind === undefined ? "" : ` Ids of channels end in CH; this one looks like that of ${kind}.`;
}
