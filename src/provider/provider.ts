import { providerName, providerSource } from "../address";
import { type Provider, provider } from "../framework";
import { version } from "../version";
import { sendCtwaSwitch } from "./actions/send-ctwa-switch";
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
import { channelCtwaTrackingList } from "./list-resources/channel-ctwa-tracking";
import { channelCtwaTracking } from "./resources/channel-ctwa-tracking";
import { ctwaTrackingFleet } from "./resources/ctwa-tracking-fleet";
import { signalsKeywordPostbackResource } from "./resources/signals-keyword-postback";
import type { Session } from "./session";
import { checkConfiguration, settingsSchema } from "./settings";

/** The provider for 360dialog, as it is served to Terraform. */
export const dialog360Provider: Provider = provider<Session>()({
  name: providerName,
  address: providerSource,
  version,
  description:
    "Manages click-to-WhatsApp (CTWA) tracking of 360dialog channels as code, through the Partner Hub API, and reads what the Signals API measures.",
  schema: settingsSchema,
  validate: ({ config, diagnostics }) => checkConfiguration(config, diagnostics),
  configure: (context) => configure(context, process.env),
  explain,
  close: (session, { applied, ...end }) => {
    if (applied) session.progress.end(end);
    session.reportUsage(applied);
    return session.api.close();
  },
  resources: [channelCtwaTracking, ctwaTrackingFleet, signalsKeywordPostbackResource],
  dataSources: [
    ...[channel, channels, client, clients, ctwaTrackingReport],
    ...[signalsAd, signalsAds, signalsConfiguration, signalsKeywordPostback],
  ],
  ephemeralResources: [accessToken],
  listResources: [channelCtwaTrackingList],
  actions: [sendCtwaSwitch],
  functions: [channelImportId, parseChannelImportId],
});
