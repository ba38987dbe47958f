import { dataSource, mapNested, string } from "../../framework";
import type { Dialog360 } from "../dialog360";
import { partnerOf } from "../partner";
import { filled, id } from "../validators";
import { channelAttributes, channelValues } from "./channel-attributes";
import { includeJsonAttribute, partnerAttribute } from "./data-attributes";

/** All channels of a partner that match a filter. */
export const channels = dataSource<Dialog360>()({
  type: "channels",
  description:
    "All channels (WhatsApp numbers) of the partner, or those that match: by client, status and account mode. All pages are read.",
  schema: {
    partner_id: partnerAttribute,
    client_id: string({
      optional: true,
      validate: [id],
      description: "Only channels of this client, such as `exampleCL`.",
    }),
    status: string({
      optional: true,
      validate: [filled],
      description: "Only channels with this `status`, such as `verified`.",
    }),
    account_mode: string({
      optional: true,
      validate: [filled],
      description: "Only channels with this account mode: `live` or `sandbox`.",
    }),
    include_json: includeJsonAttribute,
    channels: mapNested(
      {
        channel_id: string({ computed: true, description: "Id of the channel, such as `exampleCH`." }),
        phone_number: string({
          computed: true,
          description: "Phone number of the channel, as the hub writes it. Null where it has none (yet).",
        }),
        ...channelAttributes,
      },
      {
        computed: true,
        description:
          "The channels by their ids, ready for `for_each`. Terminated ones are among them: see `terminated_at`.",
      },
    ),
  },
  async read({ config, client, signal, deadline }) {
    const partnerId = partnerOf(config.partner_id, client);
    const filter = { clientId: config.client_id, status: config.status, accountMode: config.account_mode };
    const withJson = config.include_json === true;
    const found = await client.client.channels.list(partnerId, filter, { signal, deadline, withJson });
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
