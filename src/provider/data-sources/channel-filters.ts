import type { ChannelFilter } from "../../client";
import { bool, oneOf, type StateOf, string } from "../../framework";
import { filled, optionalId, phoneNumber, time } from "../validators";

const text = (description: string) => string({ optional: true, validate: [filled], description });
const word = (words: readonly string[], description: string) =>
  string({ optional: true, validate: [oneOf(...words)], description });
const choice = (description: string) => bool({ optional: true, description });
const bound = (description: string) => string({ optional: true, validate: [time], description });

const asked = "Filtered by the hub, and checked by the provider if the hub's rows show it.";
const blind = "Filtered by the hub alone.";
const here = "Filtered by the provider, which reads all channels.";

/** The filters of the channel list: what the hub documents, and what is looked at here because the hub's word is doubtful. */
export const filterAttributes = {
  search: text(
    `Only channels that match these words (the hub's filter \`q\`, whose fields are undocumented). ${blind}`,
  ),
  client_id: string({
    optional: true,
    validate: [optionalId],
    description: "Only channels of this client, such as `exampleCL`.",
  }),
  client_email: text(`Only channels whose client has this e-mail address, in any case. ${here}`),
  type: text(`Only channels of this type. ${blind}`),
  status: text("Only channels with this `status`, such as `verified`."),
  meta_status: text(`Only channels with this status at Meta. ${blind}`),
  availability_status: text(`Only channels with this availability status. ${asked}`),
  account_mode: word(["live", "sandbox"], "Only channels with this account mode: `live` or `sandbox`."),
  version: text(`Only channels of this version. ${blind}`),
  is_migrated: choice(`Only channels that were migrated, or that were not. ${blind}`),
  external_id: text(`Only channels with this id at Meta. ${blind}`),
  current_limit: text(`Only channels with this messaging limit, such as \`TIER_1K\`. ${asked}`),
  current_quality_rating: text(`Only channels with this quality rating. ${asked}`),
  phone_number: string({
    optional: true,
    validate: [phoneNumber],
    description: "Only channels with this phone number, compared by its digits.",
  }),
  phone_name: text(`Only channels with this display name. ${asked}`),
  was_in_use: choice(`Only channels whose number was in use before, or was not. ${asked}`),
  ivr: choice(`Only channels whose number has a voice menu, or has none. ${asked}`),
  verification_method: word(
    ["sms", "voice"],
    `Only channels verified this way: \`sms\` or \`voice\`. ${asked}`,
  ),
  default_language: text(`Only channels with this default language, such as \`en\`. ${asked}`),
  about_text: text(`Only channels with this about text in the profile. ${blind}`),
  business_vertical: text(`Only channels with this business vertical in the profile. ${blind}`),
  business_description: text(`Only channels with this description in the profile. ${blind}`),
  contact_email: text(`Only channels with this e-mail address in the profile. ${blind}`),
  project_id: text(`Only channels of this project of the hub's first API. ${blind}`),
  project_name: text(`Only channels of the project with this name. ${blind}`),
  project_license_model: text(`Only channels of projects with this licence model. ${blind}`),
  waba_account_id: text(
    `Only channels of this WhatsApp Business Account at 360dialog, such as \`exampleWA\`. ${here}`,
  ),
  fb_account_status: text(
    `Only channels whose WhatsApp Business Account has this status at Facebook, such as \`verified\`. ${here}`,
  ),
  created_after: bound(
    `Only channels created at this time or later, such as \`2026-01-31T00:00:00Z\`. ${here}`,
  ),
  created_before: bound(`Only channels created at this time or earlier. ${here}`),
  modified_after: bound(
    `Only channels changed at this time or later; none where the hub shows no time of change. ${here}`,
  ),
  modified_before: bound(
    `Only channels changed at this time or earlier; none where the hub shows no time of change. ${here}`,
  ),
  terminated_after: bound(
    `Only channels whose end is at this time or later; none of those without an end. ${here}`,
  ),
  terminated_before: bound(
    `Only channels whose end is at this time or earlier; none of those without an end. ${here}`,
  ),
};

/** The filter in the client's names. */
export function channelFilter(config: StateOf<typeof filterAttributes>): ChannelFilter {
  return {
    search: config.search,
    clientId: config.client_id,
    clientEmail: config.client_email,
    type: config.type,
    status: config.status,
    metaStatus: config.meta_status,
    availabilityStatus: config.availability_status,
    accountMode: config.account_mode,
    version: config.version,
    isMigrated: config.is_migrated,
    externalId: config.external_id,
    currentLimit: config.current_limit,
    currentQualityRating: config.current_quality_rating,
    phoneNumber: config.phone_number,
    phoneName: config.phone_name,
    wasInUse: config.was_in_use,
    ivr: config.ivr,
    verificationMethod: config.verification_method,
    defaultLanguage: config.default_language,
    aboutText: config.about_text,
    businessVertical: config.business_vertical,
    businessDescription: config.business_description,
    contactEmail: config.contact_email,
    projectId: config.project_id,
    projectName: config.project_name,
    projectLicenseModel: config.project_license_model,
    wabaAccountId: config.waba_account_id,
    fbAccountStatus: config.fb_account_status,
    createdAfter: config.created_after,
    createdBefore: config.created_before,
    modifiedAfter: config.modified_after,
    modifiedBefore: config.modified_before,
    terminatedAfter: config.terminated_after,
    terminatedBefore: config.terminated_before,
  };
}
