import type { Channel } from "../../client";
import { type Context, DiagnosticError } from "../../framework";
import type { Session } from "../session";
import type { WrittenChannel } from "./channel-key";
import { channelIsGone, findObstacle, type Obstacle } from "./channel-obstacle";

/** How long a caller waits. */
type Patience = Pick<Context<Session>, "signal" | "deadline">;

type Asker = Pick<Session, "api" | "clock">;

/** The channel of a block, and the client that the block says it is under. */
export interface BlockChannel extends WrittenChannel {
  readonly clientId: string | null;
}

/**
 * The channel, if its tracking can be written.
 * @param place attribute that errors about the channel point at
 * @throws DiagnosticError when there is no such channel, it is terminated, or under another client
 */
export async function findUsableChannel(
  { api, clock }: Asker,
  wanted: BlockChannel,
  { place, ...call }: Patience & { readonly place?: string },
): Promise<Channel> {
  const channel = await api.channels.find(wanted.partnerId, wanted.channelId, call);
  const obstacle = findObstacle(channel, { ...wanted, declaredBy: "block" }, clock.now());
  if (obstacle !== null) throw asError(obstacle, place);
  // An obstacle is what there is in place of a channel.
  return channel as Channel;
}

/** The error for a channel that a partner does not have. */
export function channelNotFound(partnerId: string, channelId: string, place?: string): DiagnosticError {
  const { summary, detail } = channelIsGone({ partnerId, channelId });
  return new DiagnosticError(summary, detail, place);
}

function asError({ code, summary, detail }: Obstacle, place: string | undefined): DiagnosticError {
  return new DiagnosticError(summary, detail, code === "wrong_client" ? "client_id" : place);
}
