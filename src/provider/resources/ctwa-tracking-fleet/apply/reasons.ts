import type { SentRecord, SwitchResult } from "../../../switching";

/** Why a channel is pending, as fixed words. */
export const REASONS = {
  gone: { sends: false, text: "the partner has no such channel (any more)", next: "remove the key" },
  terminated: { sends: false, text: "the channel was terminated", next: "remove the key" },
  wrong_client: {
    sends: false,
    text: "the hub has the channel under another client than the fleet's client_id",
    next: "move the key to a fleet of that client",
  },
  no_client: {
    sends: false,
    text: "neither the hub nor the configuration says which client the channel is under",
    next: "set client_id",
  },
  moved: {
    sends: true,
    text: "the channel moved to another client since its switch was sent",
    next: "apply",
  },
  not_sent: {
    sends: true,
    text: "its switch was not sent, since the apply ended or stopped before it",
    next: "apply again",
  },
  refused: {
    sends: true,
    text: "the hub refused its switch",
    next: "see the hub's words, and apply again",
  },
  outcome_unknown: {
    sends: true,
    text: "its switch was sent, and whether it is in force is not known",
    next: "apply again; sending it twice does no harm",
  },
} as const;

/** Why a channel is pending. */
export type Reason = keyof typeof REASONS;

/** Whether an apply would send the switch of a channel that is pending so; the others need something else first. */
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

/** Whether a channel has ended for such a reason: then nothing is left to switch off. */
export function hasEnded(reason: string): boolean {
  return reason === "gone" || reason === "terminated";
}

/** What came of one channel's task. */
export type Outcome =
  | { readonly done: true; readonly result: SwitchResult | "nothing"; readonly record?: SentRecord }
  | {
      readonly done: false;
      readonly reason: Reason;
      readonly detail: string;
      readonly record?: SentRecord | undefined;
    };

/** What came of each channel's task, by channel id. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** What is not done, with its reason, as it stands in `pending`. */
export function pendingOf(outcomes: Outcomes): ReadonlyMap<string, Reason> {
  return new Map(
    [...outcomes].flatMap(([id, outcome]) => (outcome.done ? [] : [[id, outcome.reason] as const])),
  );
}
