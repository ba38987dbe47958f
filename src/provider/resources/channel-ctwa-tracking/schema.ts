import type { Channel } from "../../../client";
import {
  bool,
  duration,
  oneOf,
  type PlannedOf,
  type StateOf,
  string,
  timeouts,
  type UncertainOf,
} from "../../../framework";
import { id, optionalId } from "../../validators";

/** Attributes of one channel's CTWA tracking. */
export const schema = {
  channel_id: string({
    required: true,
    replaces: true,
    validate: [id],
    description:
      "Id of the channel (one WhatsApp number), such as `exampleCH`; changing it replaces the object.",
  }),
  client_id: string({
    optional: true,
    computed: true,
    validate: [optionalId],
    description:
      "Id of the client that must have the channel, such as `exampleCL`; by default it follows the channel.",
  }),
  partner_id: string({
    optional: true,
    computed: true,
    stable: true,
    replaces: true,
    validate: [optionalId],
    description:
      "Id of the partner, such as `examplePA`; changing it replaces the object. Defaults to the provider's `partner_id`.",
  }),
  enabled: bool({
    default: true,
    description:
      "Whether CTWA tracking is on. Defaults to `true`. No public document shows a field that reports it; see `verification`.",
  }),
  on_destroy: string({
    default: "disable",
    validate: [oneOf("disable", "keep")],
    description:
      'What destroy does to the switch: `"disable"` switches tracking off, `"keep"` leaves it as it is. Defaults to `"disable"`.',
  }),
  on_create: string({
    default: "switch",
    validate: [oneOf("switch", "assume")],
    description:
      'What create does to the switch: `"switch"` sends it unless the hub already reports the declared position, `"assume"` sends nothing and records the declared position. Defaults to `"switch"`.',
  }),
  reassert_after: string({
    optional: true,
    validate: [duration],
    description:
      'Age, as a duration such as `"24h"`, after which a switch that the hub does not report is sent again.',
  }),
  id: string({
    computed: true,
    stable: true,
    description: "Id of the channel, known after create, so that whatever refers to it waits for the switch.",
  }),
  app_id: string({
    computed: true,
    description: "Id of the channel's messaging app in Signals, such as `100001`; null if the hub has none.",
  }),
  phone_number: string({
    computed: true,
    description: "Phone number of the channel; null if the hub has none.",
  }),
  verification: string({
    computed: true,
    description: "How well `enabled` is known: `observed`, `assumed`, `stale` or `unverified`.",
  }),
  asserted_at: string({
    computed: true,
    description:
      "Time at which the provider last sent the switch, such as `2026-01-31T12:00:00.000Z`; null if it has not sent one.",
  }),
  timeouts: timeouts({ plan: "5m", create: "5m", read: "2m", update: "5m", delete: "5m" }),
};

/** The state of an object. */
export type State = StateOf<typeof schema>;

/** The planned object that an apply works towards. */
export type Planned = PlannedOf<typeof schema>;

/** A configuration or plan, in which values may be unknown. */
export type Uncertain = UncertainOf<typeof schema>;

/** Computed attributes about the switch or the object itself. All others are read from the channel. */
type OwnAttribute = "id" | "verification" | "asserted_at";

type Schema = typeof schema;

/** Computed attributes that are read from the channel. */
export type ChannelAttribute = {
  [K in keyof Schema]: Schema[K] extends { readonly presence: "computed" } ? Exclude<K, OwnAttribute> : never;
}[keyof Schema];

/** Reads each of them from the channel. Read, import, plan and write share this mapping. */
export const fromChannel: { readonly [K in ChannelAttribute]: (channel: Channel) => State[K] } = {
  app_id: ({ appId }) => appId,
  phone_number: ({ phoneNumber }) => phoneNumber,
};
