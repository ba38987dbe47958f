/** How a filter compares: as text, boolean, id, e-mail address or phone number, or as the earliest or latest time. */
export type FilterKind = "text" | "flag" | "id" | "email" | "phone" | "from" | "to";

/** One filter of the channel list. */
export interface FilterEntry {
  readonly kind: FilterKind;
  /** The hub's own filter; null if the hub documents none, or if its filter is not reliable. */
  readonly hubFilter: string | null;
  /** Dotted paths at which a row of the list may show the value. */
  readonly places: readonly string[];
  /** Whether rows are known to show the field. */
  readonly isShown: boolean;
  /** All values that the field may have; missing if the list of values is open. */
  readonly words?: readonly string[];
  /** The rest of a sentence that begins with "Only channels …". */
  readonly selects: string;
}

type Details = Partial<Pick<FilterEntry, "places" | "words">>;

/** A filter that the hub applies; rows show the field under the same name. */
const shown = <const K extends FilterKind>(
  kind: K,
  hubFilter: string,
  selects: string,
  details?: Details,
) => ({
  ...{ kind, hubFilter, places: [hubFilter], isShown: true, selects, ...details },
});

/** A filter that the hub applies; rows are not known to show the field. */
const hidden = <const K extends FilterKind>(
  kind: K,
  hubFilter: string,
  selects: string,
  details?: Details,
) => ({
  ...{ kind, hubFilter, places: [hubFilter], isShown: false, selects, ...details },
});

/** A client-side filter: the hub documents none, or its filter is known to miss matching rows. */
const compared = <const K extends FilterKind>(kind: K, places: readonly string[], selects: string) => ({
  ...{ kind, hubFilter: null, places, isShown: true, selects },
});

/**
 * Every filter of the channel list (docs.360dialog.com, "Channel management", and public clients). The query, the row
 * filter and the attributes of the data source are made from this table.
 */
export const channelFilters = {
  search: hidden(
    "text",
    "q",
    "that match these words (the hub's filter `q`, whose fields are undocumented)",
    {
      places: [],
    },
  ),
  clientId: shown("id", "client_id", "of this client, such as `exampleCL`", {
    places: ["client_id", "client.id"],
  }),
  clientEmail: compared(
    "email",
    ["client.contact_info.email"],
    "whose client has this e-mail address, in any case",
  ),
  type: hidden("text", "type", "of this type"),
  status: shown("text", "status", "with this `status`, such as `verified`"),
  metaStatus: hidden("text", "meta_status", "with this status at Meta"),
  availabilityStatus: shown("text", "availability_status", "with this availability status"),
  accountMode: shown("text", "account_mode", "with this account mode: `live` or `sandbox`", {
    words: ["live", "sandbox"],
  }),
  version: hidden("text", "version", "of this version"),
  isMigrated: hidden("flag", "is_migrated", "that were migrated, or that were not"),
  externalId: hidden("text", "external_id", "with this id at Meta"),
  currentLimit: shown("text", "current_limit", "with this messaging limit, such as `TIER_1K`"),
  currentQualityRating: shown("text", "current_quality_rating", "with this quality rating"),
  phoneNumber: shown("phone", "setup_info.phone_number", "with this phone number, compared by its digits"),
  phoneName: shown("text", "setup_info.phone_name", "with this display name"),
  wasInUse: shown("flag", "setup_info.was_in_use", "whose number was in use before, or was not"),
  ivr: shown("flag", "setup_info.ivr", "whose number has a voice menu, or has none"),
  verificationMethod: shown("text", "setup_info.verification_method", "verified this way: `sms` or `voice`", {
    words: ["sms", "voice"],
  }),
  defaultLanguage: shown("text", "setup_info.default_language", "with this default language, such as `en`"),
  aboutText: hidden("text", "profile_info.about_text", "with this about text in the profile"),
  businessVertical: hidden(
    "text",
    "profile_info.business_vertical",
    "with this business vertical in the profile",
  ),
  businessDescription: hidden(
    "text",
    "profile_info.business_description",
    "with this description in the profile",
  ),
  contactEmail: hidden("text", "profile_info.contact_email", "with this e-mail address in the profile"),
  projectId: hidden("text", "project.id", "of this project of the hub's first API"),
  projectName: hidden("text", "project.name", "of the project with this name"),
  projectLicenseModel: hidden("text", "project.license_model", "of projects with this licence model"),
  wabaAccountId: compared(
    "text",
    ["waba_account_id", "waba_account.id"],
    "of this WhatsApp Business Account at 360dialog, such as `exampleWA`",
  ),
  fbAccountStatus: compared(
    "text",
    ["waba_account.fb_account_status"],
    "whose WhatsApp Business Account has this status at Facebook, such as `verified`",
  ),
  createdAfter: compared(
    "from",
    ["created_at"],
    "created at this time or later, such as `2026-01-31T00:00:00Z`",
  ),
  createdBefore: compared("to", ["created_at"], "created at this time or earlier"),
  modifiedAfter: compared(
    "from",
    ["modified_at"],
    "changed at this time or later; none if the hub shows no time of change",
  ),
  modifiedBefore: compared(
    "to",
    ["modified_at"],
    "changed at this time or earlier; none if the hub shows no time of change",
  ),
  terminatedAfter: compared(
    "from",
    ["terminated_at"],
    "whose end is at this time or later; none of those without an end",
  ),
  terminatedBefore: compared(
    "to",
    ["terminated_at"],
    "whose end is at this time or earlier; none of those without an end",
  ),
} satisfies Readonly<Record<string, FilterEntry>>;

/** The name of a filter of the channel list. */
export type FilterName = keyof typeof channelFilters;

type Wanted<N extends FilterName> = (typeof channelFilters)[N]["kind"] extends "flag" ? boolean : string;

/** Which channels are wanted; an empty filter matches all of them. Time bounds are inclusive. */
export type ChannelFilter = { readonly [N in FilterName]?: Wanted<N> | null | undefined } & {
  readonly id?: string | null | undefined;
};
