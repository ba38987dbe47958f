import { bool, dataSource, mapNested, number, ofType, types, type Validator } from "../../framework";
import { terminatedBy } from "../channels";
import { partnerOf } from "../partner";
import type { Session } from "../session";
import { eachId, id } from "../validators";
import { requireClients } from "./client-check";
import { tally } from "./ctwa-tracking-report/tally";
import { allowEmptyAttribute, computed, partnerAttribute, readTimeouts } from "./data-attributes";
import { warnOfFewer } from "./fewer-rows";

const eachKey: Validator<ReadonlyMap<string, unknown>> = (declared) => {
  const problem = [...declared.keys()].map(id).find((one) => one !== undefined);
  return problem === undefined ? undefined : `has a key that cannot be a channel id. Each key ${problem}`;
};

const count = (description: string) => number({ computed: true, description });

const ids = (description: string) => ofType(types.list(types.string), { computed: true, description });

/** Compares declared tracking states with those that the hub reports. */
export const ctwaTrackingReport = dataSource<Session>()({
  type: "ctwa_tracking_report",
  description:
    "Compares the declared CTWA tracking of many channels with what the hub reports, for `check` blocks and postconditions.",
  schema: {
    declared: ofType(types.map(types.bool), {
      required: true,
      nullElements: false,
      validate: [{ partial: true, check: eachKey }],
      description: "Whether tracking is declared as on, by channel id, such as `{ exampleCH = true }`.",
    }),
    client_ids: ofType(types.list(types.string), {
      optional: true,
      nullElements: false,
      validate: [{ partial: true, check: eachId }],
      description:
        "Ids of the clients to which `undeclared`, `total` and `moved` refer. Defaults to all clients of the partner.",
    }),
    partner_id: partnerAttribute,
    allow_empty: allowEmptyAttribute,
    on: ids("Declared channels that the hub reports as on."),
    off: ids("Declared channels that the hub reports as off."),
    unknown: ids(
      "Declared channels that exist and are not terminated, without a tracking state from the hub.",
    ),
    missing: ids("Declared channels that the partner does not have."),
    terminated: ids("Declared channels that are terminated; a cancelled channel counts once it has ended."),
    moved: ids(
      "Declared channels under a client that is not in `client_ids`; each is also in one of the other lists.",
    ),
    differs: ids("Declared channels, except terminated ones, that the hub reports in the opposite position."),
    undeclared: ids("Channels of the partner, or of `client_ids`, that are neither declared nor terminated."),
    tracked_but_undeclared: ids("Channels in `undeclared` that the hub reports as on."),
    by_client: mapNested(
      {
        client_name: computed("Name of the client."),
        total: count("Number of channels that are not terminated."),
        declared: count("Number of declared channels."),
        as_declared: count("Number of declared channels that the hub reports as declared."),
        differs: count("Number of declared channels that the hub reports in the opposite position."),
        unknown: count("Number of declared channels without a tracking state from the hub."),
        terminated: count("Number of declared channels that are terminated."),
        undeclared: count("Number of channels that are neither declared nor terminated."),
        tracked_but_undeclared: count("Number of those that the hub reports as on."),
      },
      {
        computed: true,
        description:
          "Counts by the id of the client that has the channels. Channels in `missing` have no client.",
      },
    ),
    coverage: number({
      computed: true,
      description:
        "Share of declared channels that the hub reports as declared, from 0 to 1; 1 if nothing is declared.",
    }),
    total: number({
      computed: true,
      description: "Number of channels of the partner, or of `client_ids`, that are not terminated.",
    }),
    exact: bool({
      computed: true,
      description: "Whether the whole list was read and no declared channel is `unknown`.",
    }),
    timeouts: readTimeouts,
  },
  async read(context) {
    const { config, client, signal, deadline, diagnostics } = context;
    const partnerId = partnerOf(config.partner_id, client);
    const { declared, client_ids: clientIds } = config;
    const all = await client.api.channels.all(partnerId, [...declared.keys()], {
      ...{ signal, deadline, mayLack: true, onFewer: warnOfFewer(diagnostics, "channels") },
    });
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
      endOf: (channel) => terminatedBy(channel, now),
    });
    return {
      ...config,
      partner_id: partnerId,
      ...report,
      exact: all.exact && report.unknown.length === 0,
    };
  },
});
