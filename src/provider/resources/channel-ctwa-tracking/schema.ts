import {
  bool,
  type Context,
  duration,
  oneOf,
  type PlannedOf,
  type PrivateState,
  type StateOf,
  string,
  timeouts,
  type UncertainOf,
} from "../../../framework";
import type { Session } from "../../session";
import { id, optionalId } from "../../validators";

/** Attributes of one channel's CTWA tracking. */
export const schema = {
  channel_id: string({
    required: true,
    replaces: true,
    validate: [id],
    description:
      "Id of the channel (one WhatsApp number), such as `exampleCH`. A channel is declared in one place only: a plan that declares it twice is refused. Changing it makes a new object: tracking of the old channel is treated as on destroy.",
  }),
  client_id: string({
    optional: true,
    computed: true,
    validate: [optionalId],
    description:
      "Id of the client that the channel belongs to, such as `exampleCL`. Looked up from the channel when left out. Channels can move from one client to another: then the plan shows an update in place that sends the switch again under the present client. If this is set and the hub has the channel under another client, plan warns and apply fails before anything is switched.",
  }),
  partner_id: string({
    optional: true,
    computed: true,
    stable: true,
    replaces: true,
    validate: [optionalId],
    description:
      "Id of the partner that the channel belongs to, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`). Changing it makes a new object.",
  }),
  enabled: bool({
    default: true,
    description:
      "Whether CTWA tracking is on. `false` declares that it is off: the provider then switches it off and keeps it off. Defaults to `true`. No public document shows a field from which the state could be read. Where the hub reports one all the same (see `ctwa_status_field` of the provider), this follows it, so that a switch flipped elsewhere shows as a change; where it does not, this is what was last written.",
  }),
  on_destroy: string({
    default: "disable",
    validate: [oneOf("disable", "keep")],
    description:
      'What destroying does: `"disable"` switches tracking off, `"keep"` leaves the switch as it is. Defaults to `"disable"`. Destroy goes by the value in the state, so apply `"keep"` first and remove the block afterwards.',
  }),
  reassert_after: string({
    optional: true,
    validate: [duration],
    description:
      'Age, as a duration such as `"24h"`, after which a switch that the hub does not report is sent again: the next refresh marks it `stale`, the plan shows an update in place, and apply sends it. Without this, it is sent again only when something else asks for it. It has no effect where the hub reports the tracking state.',
  }),
  id: string({
    computed: true,
    stable: true,
    description:
      "Id of the object: the channel id. It stays the same when the channel moves to another client. Known only after create, so that what refers to it waits until tracking is switched.",
  }),
  app_id: string({
    computed: true,
    description:
      "Id of the channel's messaging app, which Signals measures by, such as `100001`. Null where the hub has none (yet).",
  }),
  phone_number: string({
    computed: true,
    description: "Phone number of the channel. Null where the hub has none (yet).",
  }),
  verification: string({
    computed: true,
    description:
      "How well `enabled` is known: `observed` (the hub reports the switch), `assumed` (this is what was last written; the hub reports nothing that could confirm it), `stale` (must be sent again, since it is older than `reassert_after`, the channel moved to another client, or the last switch got no answer), `unverified` (imported; nothing has been written or seen yet). The plan sends the switch again where this is `stale` or `unverified`.",
  }),
  asserted_at: string({
    computed: true,
    description:
      "Time at which the provider last sent the switch, in UTC, such as `2026-01-31T12:00:00.000Z`. Moves only when it is sent. Null after an import.",
  }),
  timeouts: timeouts({ create: "5m", read: "2m", update: "5m", delete: "5m" }),
};

/** How well `enabled` is known. */
export type Verification = "observed" | "assumed" | "stale" | "unverified";

/** What stands in the state. */
export type State = StateOf<typeof schema>;

/** What an apply shall make true. */
export type Planned = PlannedOf<typeof schema>;

/** A configuration or plan before apply. */
export type Uncertain = UncertainOf<typeof schema>;

/** What create and update get. */
export interface WriteContext extends Context<Session> {
  readonly config: State;
  readonly plan: Planned;
  readonly private: PrivateState;
  readonly save: (state: State) => void;
  /** null or not there when the object is created. */
  readonly state?: State | null;
}

/** What update gets. */
export interface UpdateContext extends WriteContext {
  readonly state: State;
}

/** What read and delete get. */
export interface StateContext extends Context<Session> {
  readonly state: State;
  readonly private: PrivateState;
}

/** What delete gets. */
export interface DestroyContext extends StateContext {
  readonly save: (state: State) => void;
}
