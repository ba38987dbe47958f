// Reads channels before their tracking is switched, and finds out whether it can be, and under which client.
import type { Channel } from "../../client";
import { type Context, DiagnosticError } from "../../framework";
import type { WrittenChannel } from "../channels";
import { findObstacle, type Obstacle } from "../channels";
import type { Session } from "../session";

/** Signal and deadline of a caller. */
export type CallLimits = Pick<Context<Session>, "signal" | "deadline">;

/** A channel that is to be switched, as the configuration and the state describe it. */
export interface Subject {
  readonly channelId: string;
  /** The client that the configuration names; null if any client will do. */
  readonly clientId: string | null;
  /** The client for the path of the switch if the hub names none. */
  readonly fallbackClientId?: string | null;
}

/** Subjects that one block or fleet declares. */
export interface Subjects {
  readonly partnerId: string;
  /** What declares a channel, as messages call it. */
  readonly declaredBy: "block" | "key";
}

/** Why a channel cannot be switched. */
export interface Hindrance extends Omit<Obstacle, "code"> {
  readonly code: Obstacle["code"] | "no_client";
}

/** A channel that can be switched, with the client that the path of its switch names. */
export interface Usable {
  readonly hindrance: null;
  readonly channel: Channel;
  readonly clientId: string;
}

/** Result of reading a channel. */
export type Finding = Usable | { readonly hindrance: Hindrance };

/** Judges a channel that was read; null stands for a channel that the partner does not have. */
export function examine(channel: Channel | null, subject: Subject, subjects: Subjects, now: number): Finding {
  const obstacle = findObstacle(channel, { ...subjects, ...subject }, now);
  if (obstacle !== null || channel === null) return { hindrance: obstacle as Obstacle };
  const clientId = channel.clientId ?? subject.clientId ?? subject.fallbackClientId ?? null;
  return clientId === null
    ? { hindrance: clientIsUnknown(subject.channelId) }
    : { hindrance: null, channel, clientId };
}

/** Reads and judges one channel, from the list that all callers share. */
export async function examineOne(
  { api, clock }: Pick<Session, "api" | "clock">,
  subject: Subject,
  subjects: Subjects,
  limits: CallLimits,
): Promise<Finding> {
  const channel = await api.channels.find(subjects.partnerId, subject.channelId, callOf(limits));
  return examine(channel, subject, subjects, clock.now());
}

/** Reads and judges many channels, from the list that all callers share. @returns findings by channel id */
export async function examineMany<S extends Subject>(
  { api, clock }: Pick<Session, "api" | "clock">,
  subjects: Subjects & { readonly channels: readonly S[] },
  limits: CallLimits,
): Promise<ReadonlyMap<string, Finding>> {
  const { partnerId, channels } = subjects;
  if (channels.length === 0) return new Map();
  const ids = channels.map(({ channelId }) => channelId);
  const found = await api.channels.findMany(partnerId, ids, callOf(limits));
  const now = clock.now();
  return new Map(
    channels.map((one) => [one.channelId, examine(found.get(one.channelId) ?? null, one, subjects, now)]),
  );
}

/** @throws DiagnosticError at the attribute in question if the channel cannot be switched */
export function usableOrThrow(finding: Finding): Usable {
  if (finding.hindrance === null) return finding;
  const { code, summary, detail } = finding.hindrance;
  const isGone = code === "gone" || code === "terminated";
  throw new DiagnosticError(summary, detail, isGone ? "channel_id" : "client_id");
}

function clientIsUnknown(channelId: WrittenChannel["channelId"]): Hindrance {
  return {
    code: "no_client",
    summary: "Client of the channel is not known",
    detail: `The path of the switch names the client of the channel ${channelId}, but the hub does not report it. Set client_id.`,
  };
}

function callOf({ signal, deadline }: CallLimits): CallLimits {
  return { signal, deadline };
}
