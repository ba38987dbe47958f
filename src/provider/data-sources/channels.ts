import type { Channel } from "../../client";
import { type Context, dataSource, mapNested, type StateOf, string } from "../../framework";
import { partnerOf } from "../partner";
import type { Session } from "../session";
import { channelAttributes, channelValues } from "./channel-attributes";
import { channelFilter, filterAttributes } from "./channel-filters";
import { requireClients } from "./client-check";
import { allowEmptyAttribute, includeJsonAttribute, partnerAttribute, readTimeouts } from "./data-attributes";
import { warnOfFewer } from "./fewer-rows";

const schema = {
  partner_id: partnerAttribute,
  ...filterAttributes,
  include_json: includeJsonAttribute,
  allow_empty: allowEmptyAttribute,
  channels: mapNested(
    {
      channel_id: string({ computed: true, description: "Id of the channel, such as `exampleCH`." }),
      phone_number: string({
        computed: true,
        description: "Phone number of the channel, as the hub writes it; null if it has none.",
      }),
      ...channelAttributes,
    },
    {
      computed: true,
      description: "Channels by id, including terminated ones (see `terminated_at`).",
    },
  ),
  timeouts: readTimeouts,
};

/** All channels of a partner that match a filter. */
export const channels = dataSource<Session>()({
  type: "channels",
  description:
    "All channels (WhatsApp numbers) of the partner, or those that match all filters that are set.",
  schema,
  async read({ config, client, signal, deadline, diagnostics }) {
    const partnerId = partnerOf(config.partner_id, client);
    const context = { config, client, signal, deadline, diagnostics };
    const found = await findChannels(partnerId, context);
    if (found.length === 0 && config.client_id !== null && config.allow_empty !== true) {
      await requireClients(context, { partnerId, clientIds: [config.client_id], attribute: "client_id" });
    }
    const entries = found.map(
      (channel) =>
        [
          channel.id,
          {
            channel_id: channel.id,
            phone_number: channel.phoneNumber,
            ...channelValues(channel, client.flag),
          },
        ] as const,
    );
    return { ...config, partner_id: partnerId, channels: new Map(entries) };
  },
});

type ReadContext = Pick<Context<Session>, "client" | "signal" | "deadline" | "diagnostics"> & {
  readonly config: StateOf<typeof schema>;
};

async function findChannels(
  partnerId: string,
  { config, client, signal, deadline, diagnostics }: ReadContext,
): Promise<readonly Channel[]> {
  const filter = channelFilter(config);
  const withJson = config.include_json === true;
  const { channels: list } = client.api;
  const wantsAll = Object.values(filter).every((wanted) => wanted === null);
  const call = { signal, deadline, onFewer: warnOfFewer(diagnostics, "channels") };
  if (wantsAll && !withJson) return (await list.all(partnerId, [], call)).rows;
  return list.list(partnerId, filter, { ...call, withJson });
}
