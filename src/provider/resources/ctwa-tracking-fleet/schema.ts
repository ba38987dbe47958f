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
import { optionalId, wholeNumber } from "../../validators";
import { REASONS } from "./reasons";

/** The most channels that one fleet may have. */
export const MOST_CHANNELS = 50_000;

const size: Validator<ReadonlyMap<string, unknown>> = ({ size: channels }) => {
  if (channels === 0) {
    return "has no channel in it. That is nearly always an expression that came out empty, and would switch off every channel that the fleet had. To end a fleet remove its block; where it may rightly be empty, say count = length(local.channels) > 0 ? 1 : 0.";
  }
  if (channels <= MOST_CHANNELS) return undefined;
  return `has ${channels} channels; one fleet takes ${MOST_CHANNELS} at most. Split it into several fleets, best in states of their own.`;
};

/** Attributes of the tracking of many channels. */
export const schema = {
  channels: ofType(types.map(types.bool), {
    required: true,
    nullElements: false,
    validate: [{ partial: true, check: size }],
    description: `Channels by their ids, such as \`{ exampleCH = true, berlinCH = false }\`: \`true\` declares that CTWA tracking is on, \`false\` that it is off. From 1 to ${MOST_CHANNELS} channels, none of them null.`,
  }),
  client_id: string({
    optional: true,
    validate: [optionalId],
    description:
      "Id of the client that every channel of the fleet must belong to, such as `exampleCL`. Channels of any client of the partner are taken when it is left out.",
  }),
  partner_id: string({
    optional: true,
    computed: true,
    stable: true,
    replaces: true,
    validate: [optionalId],
    description:
      "Id of the partner that the channels belong to, such as `examplePA`. Defaults to the provider's `partner_id` (`DIALOG360_PARTNER_ID`). Changing it makes a new object.",
  }),
  on_destroy: string({
    default: "disable",
    validate: [oneOf("disable", "keep")],
    description:
      'What happens to the switch of a channel that leaves the fleet, because its key or the whole block was removed: `"disable"` switches tracking off, `"keep"` leaves it as it is. Defaults to `"disable"`. Destroying the block goes by the value in the state, so apply `"keep"` first and remove the block afterwards; removing keys goes by the value of the same apply.',
  }),
  on_create: string({
    default: "switch",
    validate: [oneOf("switch", "assume")],
    description:
      'What creating the fleet does: `"switch"` sends the switch of each channel that the hub does not report in the declared position; `"assume"` takes the declared positions for true and sends nothing. Defaults to `"switch"`. Channels that are added later are switched.',
  }),
  reassert_after: string({
    optional: true,
    validate: [duration],
    description:
      'Age, as a duration such as `"24h"`, after which a switch that the hub does not report is sent again: the next refresh sets `verification` to `stale`, the plan shows an update in place, and apply sends those that are due. It has no effect where the hub reports the tracking state.',
  }),
  max_changes: number({
    optional: true,
    validate: [wholeNumber(0, MOST_CHANNELS)],
    description:
      "The most keys that one plan may flip (from `true` to `false`, or back) or remove; with more, the plan fails and nothing is switched. Keys that are added, sent again or `pending` do not count, nor does destroying the whole block. Any number where it is left out.",
  }),
  id: string({
    computed: true,
    stable: true,
    description:
      "Id of the fleet: generated at creation, and the same from then on. Known only after create, so that what refers to it waits until the switches were sent.",
  }),
  tracked_count: number({
    computed: true,
    description: "How many channels have tracking on, as far as is known: `true`, and not `pending`.",
  }),
  pending: ofType(types.map(types.string), {
    computed: true,
    description: `Channels that are not as declared, with the reason as a fixed word; empty when all is well. ${pendingWords()}`,
  }),
  last_change: string({
    computed: true,
    description:
      "What the latest plan that sends something switches, such as `50 off, 2 on`. Known in the plan, so that every reader of plans shows it.",
  }),
  verification: string({
    computed: true,
    description:
      "How well the positions in `channels` are known, the worst of all channels: `observed` (the hub reports the switch), `assumed` (this is what was last written; the hub reports nothing that could confirm it), `stale` (some must be sent again: older than `reassert_after`, or the outcome of the last switch is unknown), `unverified` (some were neither sent nor seen). Channels that cannot be switched (`gone`, `terminated`, `wrong_client`, `no_client`) do not count.",
  }),
  timeouts: timeouts({ create: null, read: null, update: null, delete: null }),
};

function pendingWords(): string {
  const words = (sends: boolean) =>
    Object.entries(REASONS)
      .filter(([, reason]) => reason.sends === sends)
      .map(([code, { text }]) => `\`${code}\` (${text})`)
      .join(", ");
  return `The next plan is an update in place that sends the switch again for ${words(true)}. It waits for you with ${words(false)}.`;
}

/** What stands in the state. */
export type State = StateOf<typeof schema>;

/** What an apply shall make true. */
export type Planned = PlannedOf<typeof schema>;

/** A configuration or plan before apply; the map, and single values in it, may be unknown. */
export type Uncertain = UncertainOf<typeof schema>;
