import type { Channel } from "../../client";
import { type Context, DiagnosticError, dataSource, isUnknown, type StateOf, string } from "../../framework";
import { channelNotFound } from "../channels";
import { partnerOf } from "../partner";
import type { Session } from "../session";
import { titles } from "../titles";
import { optionalId, phoneNumber } from "../validators";
import { channelAttributes, channelValues } from "./channel-attributes";
import { includeJsonAttribute, partnerAttribute, readTimeouts } from "./data-attributes";
import { warnOfFewer } from "./fewer-rows";

const schema = {
  channel_id: string({
    optional: true,
    computed: true,
    validate: [optionalId],
    description: "Id of the channel, such as `exampleCH`; set either this or `phone_number`.",
  }),
  phone_number: string({
    optional: true,
    computed: true,
    validate: [phoneNumber],
    description:
      "Phone number of the channel with its country code, such as `+4915550000001`, compared by its digits.",
  }),
  partner_id: partnerAttribute,
  include_json: includeJsonAttribute,
  ...channelAttributes,
  timeouts: readTimeouts,
};

type Config = StateOf<typeof schema>;
type ReadContext = Context<Session> & { readonly config: Config };

/** One channel, found by its id or its phone number. */
export const channel = dataSource<Session>()({
  type: "channel",
  description: "One channel (WhatsApp number) of the partner, found by its id or by its phone number.",
  schema,
  validate({ config, diagnostics }) {
    const { channel_id: byId, phone_number: byNumber } = config;
    if (isUnknown(byId) || isUnknown(byNumber) || (byId === null) !== (byNumber === null)) return;
    const advice = "Set either channel_id or phone_number, and not both.";
    if (byId === null) diagnostics.error("Missing channel", advice);
    else diagnostics.error("Channel named twice", advice, "phone_number");
  },
  async read(context) {
    const { config, client, diagnostics } = context;
    const partnerId = partnerOf(config.partner_id, client);
    const found = await findOne(context, partnerId);
    client.flag.warnIfMissing(found, diagnostics);
    return {
      channel_id: found.id,
      // The configured form is kept: the hub may write the same number in another way.
      phone_number: config.phone_number ?? found.phoneNumber,
      partner_id: partnerId,
      include_json: config.include_json,
      timeouts: config.timeouts,
      ...channelValues(found, client.flag),
    };
  },
});

async function findOne(
  { config, client, signal, deadline, diagnostics }: ReadContext,
  partnerId: string,
): Promise<Channel> {
  const withJson = config.include_json === true;
  const { channels } = client.api;
  if (config.phone_number !== null) {
    const filter = { phoneNumber: config.phone_number };
    // Another channel with this number may be among those that the hub does not list.
    const onFewer = warnOfFewer(diagnostics, "channels");
    const matches = await channels.list(partnerId, filter, { signal, deadline, withJson, onFewer });
    return onlyMatch(matches, partnerId, config.phone_number);
  }
  const channelId = config.channel_id ?? "";
  // The shared list keeps no raw objects. A search by the id returns the object as the hub sent it.
  const found = withJson
    ? (await channels.list(partnerId, { id: channelId }, { signal, deadline, withJson }))[0]
    : await channels.find(partnerId, channelId, { signal, deadline });
  if (!found) throw channelNotFound(client.api, { partnerId, channelId }, "channel_id");
  return found;
}

function onlyMatch(matches: readonly Channel[], partnerId: string, number: string): Channel {
  const [first, second] = matches;
  if (first !== undefined && second === undefined) return first;
  if (first === undefined) {
    throw new DiagnosticError(
      titles.channelNotFound,
      `The partner ${partnerId} has no channel with the phone number ${number}. Write it with its country code, as the Partner Hub shows it, or use channel_id.`,
      "phone_number",
    );
  }
  const names = matches.map(({ id: name, status, terminatedAt }) =>
    terminatedAt === null ? `${name} (${status ?? "no status"})` : `${name} (terminated_at ${terminatedAt})`,
  );
  throw new DiagnosticError(
    titles.severalChannels,
    `The partner ${partnerId} has ${matches.length} channels with the phone number ${number}: ${names.join(", ")}. Use channel_id to name one of them.`,
    "phone_number",
  );
}
