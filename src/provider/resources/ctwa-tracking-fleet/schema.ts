import {
  duration,
  number,
  ofType,
  oneOf,
  type PlannedOf,
  type StateOf,
  string,
  timeouts,
  types,
  type UncertainOf,
  type Validator,
} from "../../../framework";
import { grouped } from "../../name-some";
import { optionalId, wholeNumber } from "../../validators";
import { REASONS } from "./apply/reasons";

/** Maximum number of channels of one fleet. */
export const MOST_CHANNELS = 50_000;

const size: Validator<ReadonlyMap<string, unknown>> = ({ size: channels }) => {
  if (channels === 0) {
    return "is empty. Usually, an expression came out empty, and the plan would switch off every channel of the fleet. To end a fleet, remove its block. If the map may be empty on purpose, set count = length(local.channels) > 0 ? 1 : 0.";
  }
  if (channels <= MOST_CHANNELS) return undefined;
  return `has ${grouped(channels)} channels, but one fleet takes at most ${grouped(MOST_CHANNELS)}. Split it into several fleets, preferably in separate states.`;
};

/** Attributes of the tracking of many channels. */
export const schema = {
  channels: ofType(types.map(types.bool), {
    required: true,
    nullElements: false,
    validate: [{ partial: true, check: size }],
    description: `Whether CTWA tracking is on, by channel id, such as \`{ exampleCH = true, berlinCH = false }\`; 1 to ${grouped(MOST_CHANNELS)} channels.`,
  }),
  client_id: string({
    optional: true,
    validate: [optionalId],
    description:
      "Id of the client that every channel must belong to, such as `exampleCL`; by default any client of the partner.",
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
  on_destroy: string({
    default: "disable",
    validate: [oneOf("disable", "keep")],
    description:
      'What happens to the switch of a channel whose key, or the whole block, is removed: `"disable"` switches tracking off, `"keep"` leaves it as it is. Defaults to `"disable"`.',
  }),
  on_create: string({
    default: "switch",
    validate: [oneOf("switch", "assume")],
    description:
      'What create does: `"switch"` sends each switch unless the hub already reports the declared position, `"assume"` sends nothing and records the declared positions. Defaults to `"switch"`.',
  }),
  reassert_after: string({
    optional: true,
    validate: [duration],
    description:
      'Age, as a duration such as `"24h"`, after which a switch that the hub does not report is sent again.',
  }),
  max_changes: number({
    optional: true,
    validate: [wholeNumber(0, MOST_CHANNELS)],
    description:
      "Upper bound of keys that one plan may flip or remove; unlimited by default. Keys that are added, sent again or pending do not count.",
  }),
  id: string({
    computed: true,
    stable: true,
    description: "Id of the fleet, generated at creation; whatever refers to it waits for the switches.",
  }),
  tracked_count: number({
    computed: true,
    description: "Number of channels that are `true` and not `pending`.",
  }),
  pending: ofType(types.map(types.string), {
    computed: true,
    description: `Channels that are not as declared: the reason by channel id, one of ${pendingWords()}.`,
  }),
  last_change: string({
    computed: true,
    description:
      "Number of switches in the latest plan that sends any, such as `50 off, 2 on`; known at plan.",
  }),
  verification: string({
    computed: true,
    description:
      "How well `channels` is known: the worst of `observed`, `assumed`, `stale` and `unverified` among the channels.",
  }),
  timeouts: timeouts({ plan: "20m", create: null, read: null, update: null, delete: null }),
};

function pendingWords(): string {
  return Object.keys(REASONS)
    .map((code) => `\`${code}\``)
    .join(", ");
}

/** The state of a fleet. */
export type State = StateOf<typeof schema>;

/** The planned fleet that an apply works towards. */
export type Planned = PlannedOf<typeof schema>;

/** A configuration or plan, in which the map, or single values in it, may be unknown. */
export type Uncertain = UncertainOf<typeof schema>;
