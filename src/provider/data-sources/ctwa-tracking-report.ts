import { bool, dataSource, number, ofType, types, type Validator } from "../../framework";
import { terminatedBy } from "../channels/channel-obstacle";
import { partnerOf } from "../partner";
import type { Session } from "../session";
import { eachId, id } from "../validators";
import { requireClients } from "./client-check";
import { tally } from "./ctwa-tracking-report/tally";
import { allowEmptyAttribute, partnerAttribute, readTimeouts } from "./data-attributes";

const eachKey: Validator<ReadonlyMap<string, unknown>> = (declared) => {
  const problem = [...declared.keys()].map(id).find((one) => one !== undefined);
  return problem === undefined ? undefined : `has a key that is no channel id. Each key ${problem}`;
};

const ids = (description: string) => ofType(types.list(types.string), { computed: true, description });

/** What is declared of channels, held against what the hub reports of all of them. */
export const ctwaTrackingReport = dataSource<Session>()({
  type: "ctwa_tracking_report",
  description: [
    "CTWA tracking of many channels at once: what is declared, held against what the hub reports. It costs one list of the partner's channels, a request for every thousand, which all blocks of a run share.",
    "Each declared channel is in exactly one of `on`, `off`, `unknown`, `missing` and `terminated`; `moved` and `undeclared` come besides. All lists are sorted. No public document shows a field that tells whether tracking is on: where your hub reports none, all living channels are `unknown`.",
    "Made for `check` blocks. A check that fails is a warning: plan and apply go on and end as they would have. Where a run is to fail, put the condition into a `postcondition` of this data source.",
  ].join("\n\n"),
  schema: {
    declared: ofType(types.map(types.bool), {
      required: true,
      nullElements: false,
      validate: [{ partial: true, check: eachKey }],
      description:
        "What is declared: for each channel, by its id, whether tracking is to be on, such as `{ exampleCH = true }`.",
    }),
    client_ids: ofType(types.list(types.string), {
      optional: true,
      nullElements: false,
      validate: [{ partial: true, check: eachId }],
      description:
        "Ids of the clients that are looked at: bounds `undeclared` and `total`, and decides what is `moved`. Defaults to all clients of the partner.",
    }),
    partner_id: partnerAttribute,
    allow_empty: allowEmptyAttribute,
    on: ids("Declared channels of which the hub reports that tracking is on, whatever is declared."),
    off: ids("Declared channels of which the hub reports that tracking is off, whatever is declared."),
    unknown: ids(
      "Declared channels that are there and not terminated, and of which the hub reports no tracking state.",
    ),
    missing: ids("Declared channels that the partner does not have."),
    terminated: ids(
      "Declared channels that have been terminated. A cancelled channel counts from its end on, not before.",
    ),
    moved: ids(
      "Declared channels that belong to a client that is not among `client_ids`; empty without `client_ids`. They are in one of the other lists as well.",
    ),
    undeclared: ids(
      "Channels of the partner, or of `client_ids`, that are not declared and not terminated, whatever their tracking state.",
    ),
    coverage: number({
      computed: true,
      description:
        "Share of the declared channels, from 0 to 1, of which the hub reports just what is declared. Channels that are unknown, missing or terminated count as not covered. 1 where nothing is declared.",
    }),
    total: number({
      computed: true,
      description:
        "Number of channels of the partner, or of `client_ids`, that are not terminated, declared or not.",
    }),
    exact: bool({
      computed: true,
      description:
        "Whether all of this was seen: the list of channels was read whole, and the hub reported the state of every declared channel that is there and not terminated. False where a channel is `unknown`, and where channels came and went each time the list was read, so that `undeclared` and `total` may be off by those.",
    }),
    timeouts: readTimeouts,
  },
  async read(context) {
    const { config, client, signal, deadline, diagnostics } = context;
    const partnerId = partnerOf(config.partner_id, client);
    const { declared, client_ids: clientIds } = config;
    const all = await client.api.channels.all(partnerId, [...declared.keys()], { signal, deadline });
    if (config.allow_empty !== true) {
      const withChannels = new Set(all.rows.map((channel) => channel.clientId));
      const without = (clientIds ?? []).filter((clientId) => !withChannels.has(clientId));
      await requireClients(context, { partnerId, clientIds: without, attribute: "client_ids" });
    }
    const now = client.clock.now();
    client.flag.warnIfAnyMissing(
      all.rows.filter((channel) => declared.has(channel.id)),
      diagnostics,
    );
    const report = tally({
      declared,
      channels: all.rows,
      clientIds: clientIds === null ? null : new Set(clientIds),
      flagOf: (channel) => client.flag.read(channel),
      isTerminated: (channel) => terminatedBy(channel, now) !== null,
    });
    return {
      ...config,
      partner_id: partnerId,
      ...report,
      exact: all.exact && report.unknown.length === 0,
    };
  },
});
