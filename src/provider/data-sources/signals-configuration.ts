import type { Channel, SignalsObject } from "../../client";
import { DiagnosticError, dataSource, isUnknown } from "../../framework";
import { channelNotFound } from "../channels";
import { partnerOf } from "../partner";
import type { Session } from "../session";
import { titles } from "../titles";
import { trackingWord } from "./channel-attributes";
import { requireClients } from "./client-check";
import { adAccountsOf, adFrom, facebookAccountFrom } from "./signals/objects";
import { type ReadContext, schema } from "./signals-configuration/schema";

/** Facebook accounts, ad accounts and ads of a client, from Signals. */
export const signalsConfiguration = dataSource<Session>()({
  type: "signals_configuration",
  description:
    "Facebook accounts, ad accounts and ads of a client, from the Signals API. Signals needs a bearer token: an `api_key` alone is not enough.",
  schema,
  validate({ config, diagnostics }) {
    const { channel_id: channelId, app_id: appId } = config;
    if (channelId === null || appId === null || isUnknown(channelId) || isUnknown(appId)) return;
    diagnostics.error(
      "App named twice",
      "Set either channel_id or app_id, and not both: the provider looks up the app of a channel.",
      "app_id",
    );
  },
  async read(context) {
    const { config, client } = context;
    const channel = await findChannel(context);
    const appId = config.app_id ?? channel?.appId ?? null;
    const accounts = await readAccounts(context);
    if (accounts.length === 0) await requireClient(context);
    const own = accounts.flatMap(({ ad_accounts }) => ad_accounts ?? []).map(({ id }) => id);
    return {
      ...config,
      partner_id: config.partner_id ?? partnerIfKnown(client),
      app_id: appId,
      facebook_account_attached: accounts.length > 0,
      facebook_accounts: accounts,
      ads: await readAds(context, appId, config.ad_account_ids ?? own),
      ctwa_tracking: trackingWord(channel === null ? null : client.flag.read(channel)),
    };
  },
});

/** Looks the client up if Signals has nothing about it, and a partner is known. */
async function requireClient(context: ReadContext): Promise<void> {
  const { config, client } = context;
  const partnerId = config.partner_id ?? partnerIfKnown(client);
  if (partnerId === null || config.channel_id !== null || config.allow_empty === true) return;
  await requireClients(context, { partnerId, clientIds: [config.client_id], attribute: "client_id" });
}

async function findChannel({
  config,
  client,
  signal,
  deadline,
  diagnostics,
}: ReadContext): Promise<Channel | null> {
  const { channel_id: channelId, client_id: clientId } = config;
  if (channelId === null) return null;
  const partnerId = partnerOf(config.partner_id, client);
  const channel = await client.api.channels.find(partnerId, channelId, { signal, deadline });
  if (channel === null) throw channelNotFound(client.api, { partnerId, channelId }, "channel_id");
  if (channel.clientId !== null && channel.clientId !== clientId) {
    throw new DiagnosticError(
      titles.otherClient,
      `The hub has the channel ${channelId} under the client ${channel.clientId}, but the configuration says ${clientId}. The result would mix two clients. Set client_id = "${channel.clientId}", or name another channel.`,
      "client_id",
    );
  }
  client.flag.warnIfMissing(channel, diagnostics);
  return channel;
}

/** Reads each account by itself if the list lacks its ad accounts: they are documented only for the single account. */
async function readAccounts({ config, client, signal, deadline }: ReadContext) {
  const { signals } = client.api;
  const withJson = config.include_json === true;
  const listed = await signals.facebookAccounts(config.client_id, { signal, deadline });
  return Promise.all(
    listed.map(async (account) => {
      const brief = facebookAccountFrom(account, withJson);
      const inList = adAccountsOf(account);
      if (inList !== null || brief.id === null) return { ...brief, ad_accounts: inList };
      const whole = await signals.facebookAccount(config.client_id, brief.id, { signal, deadline });
      return { ...brief, json: withJson ? whole.json : null, ad_accounts: adAccountsOf(whole) };
    }),
  );
}

async function readAds(context: ReadContext, appId: string | null, adAccountIds: readonly (string | null)[]) {
  const { config, client, signal, deadline } = context;
  if (appId === null || config.include_ads === false) return null;
  const ids = new Set(adAccountIds.filter((id) => id !== null));
  const pages: SignalsObject[][] = await Promise.all(
    [...ids].map((id) => client.api.signals.ads(appId, id, { signal, deadline })),
  );
  return pages.flat().map((ad) => adFrom(ad, config.include_json === true));
}

function partnerIfKnown({ partnerId }: Session): string | null {
  return isUnknown(partnerId) ? null : partnerId;
}
