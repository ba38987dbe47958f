import { providerName, providerSource } from "../address";
import { type Provider, provider } from "../framework";
import { version } from "../version";
import { configure } from "./configure";
import { channel } from "./data-sources/channel";
import { channels } from "./data-sources/channels";
import { client } from "./data-sources/client";
import { clients } from "./data-sources/clients";
import { ctwaTrackingReport } from "./data-sources/ctwa-tracking-report";
import { signalsAd } from "./data-sources/signals-ad";
import { signalsAds } from "./data-sources/signals-ads";
import { signalsConfiguration } from "./data-sources/signals-configuration";
import { signalsKeywordPostback } from "./data-sources/signals-keyword-postback";
import { accessToken } from "./ephemeral-resources/access-token";
import { explain } from "./explain";
import { channelImportId } from "./functions/channel-import-id";
import { parseChannelImportId } from "./functions/parse-channel-import-id";
import { channelCtwaTracking } from "./resources/channel-ctwa-tracking";
import { ctwaTrackingFleet } from "./resources/ctwa-tracking-fleet";
import type { Session } from "./session";
import { checkConfiguration } from "./settings/resolve";
import { settingsSchema } from "./settings/schema";

/** The provider for 360dialog, as it is served to Terraform. */
export const dialog360Provider: Provider = provider<Session>()({
  name: providerName,
  address: providerSource,
  version,
  description: [
    "Click-to-WhatsApp (CTWA) tracking of 360dialog channels as code, through the Partner Hub API, and what the Signals API measures by it.",
    "Every setting can be given by an environment variable instead, named in its description; the configuration wins. Credentials come from one source: the provider block if it names any, else the environment, else the file that `credentials_file` names. Nothing is requested before the first resource or data source is read.",
    "No public document shows a field that tells whether tracking is on: read the page of `dialog360_channel_ctwa_tracking` about what the provider can see.",
  ].join("\n\n"),
  schema: settingsSchema,
  validate: ({ config, diagnostics }) => checkConfiguration(config, diagnostics),
  configure: (context) => configure(context, process.env),
  explain,
  close: (session, { applied }) => {
    session.reportUsage(applied);
    return session.api.close();
  },
  resources: [channelCtwaTracking, ctwaTrackingFleet],
  dataSources: [
    ...[channel, channels, client, clients, ctwaTrackingReport],
    ...[signalsAd, signalsAds, signalsConfiguration, signalsKeywordPostback],
  ],
  ephemeralResources: [accessToken],
  functions: [channelImportId, parseChannelImportId],
});
