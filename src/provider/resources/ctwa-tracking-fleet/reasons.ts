/** Why a channel is pending, as fixed words. */
export const REASONS = {
  gone: { sends: false, text: "the partner has no such channel (any more)", next: "remove the key" },
  terminated: { sends: false, text: "the channel was terminated", next: "remove the key" },
  wrong_client: {
    sends: false,
    text: "the hub has the channel under another client than its client_id says",
    next: "set client_id to the channel's own client, or leave it out",
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
  unanswered: {
    sends: true,
    text: "its switch was sent and got no clear answer, so it may be in force",
    next: "apply again; sending it twice does no harm",
  },
} as const;

/** Why a channel is pending. */
export type Reason = keyof typeof REASONS;

/** Whether an apply would send the switch of a channel that is pending so; the others need something else first. */
export function canSend(reason: string): boolean {
  return Object.hasOwn(REASONS, reason) && REASONS[reason as Reason].sends;
}

/** What came of one channel's task. */
export type Outcome =
  | { readonly done: true }
  | { readonly done: false; readonly reason: Reason; readonly detail: string };

/** What came of each channel's task, by channel id. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** What is not done, with its reason, as it stands in `pending`. */
export function pendingOf(outcomes: Outcomes): ReadonlyMap<string, Reason> {
  return new Map(
    [...outcomes].flatMap(([id, outcome]) => (outcome.done ? [] : [[id, outcome.reason] as const])),
  );
}
