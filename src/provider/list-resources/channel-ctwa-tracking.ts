import type { Channel } from "../../client";
import { type ListContext, listResource, ofType, oneOf, type StateOf, string, types } from "../../framework";
import { terminatedBy } from "../channels";
import { trackingWord } from "../data-sources/channel-attributes";
import { warnOfFewer } from "../data-sources/fewer-rows";
import { partnerOf, partnerSetting } from "../partner";
import { channelCtwaTracking } from "../resources/channel-ctwa-tracking";
import { importedState } from "../resources/channel-ctwa-tracking/imported-state";
import type { Session } from "../session";
import { titles } from "../titles";
import { eachId, filled } from "../validators";

const texts = types.list(types.string);

const schema = {
  partner_id: partnerSetting,
  client_ids: ofType(texts, {
    optional: true,
    nullElements: false,
    validate: [eachId],
    description:
      'Ids of the clients whose channels are listed, such as `["exampleCL"]`; by default all clients.',
  }),
  account_mode: string({
    optional: true,
    validate: [oneOf("live", "sandbox")],
    description: "Only channels with this account mode: `live` or `sandbox`.",
  }),
  states: ofType(texts, {
    optional: true,
    nullElements: false,
    description: 'Only channels with one of these values of `status`, such as `["verified"]`.',
  }),
  name: string({
    optional: true,
    validate: [filled],
    description: "Only channels whose client's name or display name contains this text, in any case.",
  }),
  tracking: string({
    optional: true,
    validate: [oneOf("on", "off", "unknown")],
    description:
      "Only channels whose CTWA tracking the hub reports as `on` or `off`, or does not report (`unknown`).",
  }),
  exclude_channel_ids: ofType(texts, {
    optional: true,
    nullElements: false,
    validate: [eachId],
    description:
      "Ids of channels to leave out, such as those that are already managed: `terraform query` does not read the state.",
  }),
};

type Config = StateOf<typeof schema>;

/** Channels of a partner, for `terraform query`, without terminated ones. */
export const channelCtwaTrackingList = listResource<Session>()({
  resource: channelCtwaTracking,
  description:
    "Finds channels (WhatsApp numbers) of the partner whose CTWA tracking can be managed, for `terraform query`. Terminated channels are left out.",
  schema,
  async *list(context) {
    const { config, client, limit } = context;
    const partnerId = partnerOf(config.partner_id, client);
    const now = client.clock.now();
    const fits = filterOf(config, (channel) => trackingWord(client.flag.read(channel)));
    let left = limit;
    for await (const rows of findRows(context, partnerId, () => left)) {
      for (const channel of rows) {
        if (terminatedBy(channel, now) !== null || !fits(channel)) continue;
        const reported = client.flag.read(channel);
        const object = importedState({ partnerId, clientId: channel.clientId, channel, reported });
        left -= 1;
        yield { displayName: displayName(channel), object };
      }
    }
  },
});

/** Reads the channels of each named client, or else all channels, page by page. */
async function* findRows(
  { config, client, signal, deadline, diagnostics }: ListContext<Session, typeof schema>,
  partnerId: string,
  wanted: () => number,
): AsyncGenerator<readonly Channel[]> {
  let moved = false;
  const onMoved = () => {
    moved = true;
  };
  const onFewer = warnOfFewer(diagnostics, "channels");
  for (const clientId of new Set(config.client_ids ?? [null])) {
    yield* client.api.channels.stream(partnerId, { clientId, wanted, onMoved, onFewer, signal, deadline });
  }
  if (!moved) return;
  diagnostics.warning(
    titles.mayBeMissing,
    "The list of channels changed while it was read. Run the query again and compare.",
  );
}

function filterOf(config: Config, trackingOf: (channel: Channel) => string): (channel: Channel) => boolean {
  const excluded = new Set(config.exclude_channel_ids);
  const name = config.name?.toLowerCase() ?? null;
  const contains = (text: string | null) => name !== null && (text?.toLowerCase().includes(name) ?? false);
  return (channel) =>
    !excluded.has(channel.id) &&
    (config.account_mode === null || channel.accountMode === config.account_mode) &&
    (config.states === null || config.states.includes(channel.status ?? "")) &&
    (name === null || contains(channel.clientName) || contains(channel.phoneName)) &&
    (config.tracking === null || trackingOf(channel) === config.tracking);
}

/** The client's name, the display name and the number. A missing name or number is replaced by the id. */
function displayName({ id, clientId, clientName, phoneName, phoneNumber }: Channel): string {
  return [clientName ?? clientId, phoneName, phoneNumber ?? id].filter((part) => part !== null).join(", ");
}
