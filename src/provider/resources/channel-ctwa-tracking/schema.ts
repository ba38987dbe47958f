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
      "Whether CTWA tracking is on. Defaults to `true`. No public document shows a field from which it could be read: see `verification`.",
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
      'What create does to the switch: `"switch"` sends it unless the hub reports the declared position already, `"assume"` takes the declared position for true and sends nothing. Defaults to `"switch"`.',
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
    description: "The channel id, known after create: what refers to it waits until tracking is switched.",
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
      "Time at which the provider last sent the switch, such as `2026-01-31T12:00:00.000Z`; null where the provider has not sent one.",
  }),
  timeouts: timeouts({ plan: "5m", create: "5m", read: "2m", update: "5m", delete: "5m" }),
};

/** What stands in the state. */
export type State = StateOf<typeof schema>;

/** What an apply shall make true. */
export type Planned = PlannedOf<typeof schema>;

/** A configuration or plan before apply. */
export type Uncertain = UncertainOf<typeof schema>;

/** Computed attributes that tell of the switch or of the object; all others are read from the channel. */
type OwnAttribute = "id" | "verification" | "asserted_at";

type Schema = typeof schema;

/** Computed attributes that are read from the channel. */
export type ChannelAttribute = {
  [K in keyof Schema]: Schema[K] extends { readonly presence: "computed" } ? Exclude<K, OwnAttribute> : never;
}[keyof Schema];

/** How each of them is read from the channel: the one mapping that read, import, plan and write share. */
export const fromChannel: { readonly [K in ChannelAttribute]: (channel: Channel) => State[K] } = {
  app_id: ({ appId }) => appId,
  phone_number: ({ phoneNumber }) => phoneNumber,
};
