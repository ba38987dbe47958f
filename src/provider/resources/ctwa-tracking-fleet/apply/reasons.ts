import type { SentRecord, SwitchResult } from "../../../switching";

/** Reasons why a channel is pending, by the word in `pending`. */
export const REASONS = {
  gone: { sends: false, text: "the partner does not have the channel", next: "remove the key" },
  terminated: { sends: false, text: "the channel was terminated", next: "remove the key" },
  wrong_client: {
    sends: false,
    text: "the hub has the channel under another client than the fleet's client_id",
    next: "move the key to a fleet of that client",
  },
  no_client: {
    sends: false,
    text: "neither the hub nor the configuration names the channel's client",
    next: "set client_id",
  },
  moved: {
    sends: true,
    text: "the channel has moved to another client since its switch was sent",
    next: "apply",
  },
  not_sent: {
    sends: true,
    text: "the apply ended before its switch was sent",
    next: "apply again",
  },
  refused: {
    sends: true,
    text: "the hub refused its switch",
    next: "read the hub's message, and apply again",
  },
  outcome_unknown: {
    sends: true,
    text: "its switch was sent, and its outcome is unknown",
    next: "apply again; sending it twice does no harm",
  },
} as const;

/** Why a channel is pending. */
export type Reason = keyof typeof REASONS;

/** Whether an apply sends the switch of a channel that is pending for this reason. */
export function canSend(reason: string): boolean {
  return Object.hasOwn(REASONS, reason) && REASONS[reason as Reason].sends;
}

/** Reasons for which a channel leaves the state at a refresh, so that each plan shows its key as a change. */
export const DEPARTURES: ReadonlySet<string> = new Set<Reason>([
  "gone",
  "terminated",
  "wrong_client",
  "moved",
]);

/** Whether the reason means that the channel has ended, so that nothing is left to switch off. */
export function hasEnded(reason: string): boolean {
  return reason === "gone" || reason === "terminated";
}

/** Result of one channel's task. */
export type Outcome =
  | { readonly done: true; readonly result: SwitchResult | "nothing"; readonly record?: SentRecord }
  | {
      readonly done: false;
      readonly reason: Reason;
      readonly detail: string;
      readonly record?: SentRecord | undefined;
    };

/** Results by channel id. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** The value of `pending`: channels that are not done, with their reasons. */
export function pendingOf(outcomes: Outcomes): ReadonlyMap<string, Reason> {
  return new Map(
    [...outcomes].flatMap(([id, outcome]) => (outcome.done ? [] : [[id, outcome.reason] as const])),
  );
}
