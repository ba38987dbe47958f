import {
  type Context,
  DiagnosticError,
  type Diagnostics,
  isUnknown,
  string,
  type Unknown,
} from "../../../framework";
import { channelNotFound } from "../../channels";
import { partnerOf } from "../../partner";
import type { Session } from "../../session";
import { optionalId } from "../../validators";
import { partnerAttribute } from "../data-attributes";

/** Attributes that name an app, by its id or by its channel. */
export const appAttributes = {
  channel_id: string({
    optional: true,
    validate: [optionalId],
    description:
      "Id of the channel whose chats the ads open, such as `exampleCH`; set either this or `app_id`.",
  }),
  app_id: string({
    optional: true,
    computed: true,
    validate: [optionalId],
    description:
      "Id of the channel's messaging app, such as `100001`; by default looked up from `channel_id`.",
  }),
  partner_id: partnerAttribute,
};

interface AppConfig {
  readonly channel_id: string | null | Unknown;
  readonly app_id: string | null | Unknown;
}

/** Refuses a block that names no app, or two. */
export function checkApp(
  { channel_id: channelId, app_id: appId }: AppConfig,
  diagnostics: Diagnostics,
): void {
  if (isUnknown(channelId) || isUnknown(appId) || (channelId === null) !== (appId === null)) return;
  const advice = "Set either channel_id or app_id, and not both.";
  if (appId === null) diagnostics.error("Missing app", advice);
  else diagnostics.error("App named twice", advice, "app_id");
}

type ReadContext = Pick<Context<Session>, "client" | "signal" | "deadline"> & {
  readonly config: {
    readonly channel_id: string | null;
    readonly app_id: string | null;
    readonly partner_id: string | null;
  };
};

/**
 * Finds the app that a block names, and the partner if it is known.
 * @throws DiagnosticError if the channel does not exist, or has no app
 */
export async function findApp({ config, client, signal, deadline }: ReadContext) {
  const { channel_id: channelId, app_id: appId } = config;
  if (channelId === null) {
    const known = config.partner_id ?? client.partnerId;
    return { app_id: appId ?? "", partner_id: isUnknown(known) ? null : known };
  }
  const partnerId = partnerOf(config.partner_id, client);
  const channel = await client.api.channels.find(partnerId, channelId, { signal, deadline });
  if (channel === null) throw channelNotFound(client.api, { partnerId, channelId }, "channel_id");
  if (channel.appId === null) {
    throw new DiagnosticError(
      "Channel has no app",
      `The hub shows no messaging app for the channel ${channelId}, and Signals identifies a channel by its app. A channel gets its app during onboarding; wait until it is complete.`,
      "channel_id",
    );
  }
  return { app_id: channel.appId, partner_id: partnerId };
}
