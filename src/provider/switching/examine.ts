// Looks at channels before their tracking is switched: whether it can be, and under which client.
import type { Channel } from "../../client";
import { type Context, DiagnosticError } from "../../framework";
import type { WrittenChannel } from "../channels";
import { findObstacle, type Obstacle } from "../channels";
import type { Session } from "../session";

/** How long a caller waits. */
export type CallLimits = Pick<Context<Session>, "signal" | "deadline">;

/** A channel that is to be switched, as the configuration and the state describe it. */
export interface Subject {
  readonly channelId: string;
  /** The client that the configuration says the channel belongs to; null where any client will do. */
  readonly clientId: string | null;
  /** The client that the path names if the hub does not tell one. */
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

/** What looking at a channel came to. */
export type Finding = Usable | { readonly hindrance: Hindrance };

/** Judges a channel that was looked at; null stands for one that the partner does not have. */
export function examine(channel: Channel | null, subject: Subject, subjects: Subjects, now: number): Finding {
  const obstacle = findObstacle(channel, { ...subjects, ...subject }, now);
  if (obstacle !== null || channel === null) return { hindrance: obstacle as Obstacle };
  const clientId = channel.clientId ?? subject.clientId ?? subject.fallbackClientId ?? null;
  return clientId === null
    ? { hindrance: clientIsUnknown(subject.channelId) }
    : { hindrance: null, channel, clientId };
}

/** Looks at one channel, on the list that all callers share. */
export async function examineOne(
  { api, clock }: Pick<Session, "api" | "clock">,
  subject: Subject,
  subjects: Subjects,
  limits: CallLimits,
): Promise<Finding> {
  const channel = await api.channels.find(subjects.partnerId, subject.channelId, callOf(limits));
  return examine(channel, subject, subjects, clock.now());
}

/** Looks at many channels, on the list that all callers share; findings by channel id. */
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

/** @throws DiagnosticError where the channel cannot be switched, at the attribute that says so */
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
    detail: `The hub does not say which client the channel ${channelId} belongs to, and the path of the switch needs it. Set client_id.`,
  };
}

function callOf({ signal, deadline }: CallLimits): CallLimits {
  return { signal, deadline };
}
