import type { Patience } from "../call";
import type { Channel } from "./channel";
import { channelDecoder } from "./channel";
import { CHANNELS, type ListAccess } from "./list-page";
import { type Search, searchList } from "./list-search";
import { type Condition, digitsOf, emailAt, onlyWhere, phoneAt, textAt, timeAt } from "./row-filter";

type Text = string | null | undefined;
type Choice = boolean | null | undefined;

/** Which channels are wanted; all of them without a member. */
export interface ChannelFilter {
  readonly id?: Text;
  /** Words that the hub looks for, wherever it does. */
  readonly search?: Text;
  readonly clientId?: Text;
  readonly clientEmail?: Text;
  readonly type?: Text;
  readonly status?: Text;
  readonly metaStatus?: Text;
  readonly availabilityStatus?: Text;
  readonly accountMode?: Text;
  readonly version?: Text;
  readonly isMigrated?: Choice;
  readonly externalId?: Text;
  readonly currentLimit?: Text;
  readonly currentQualityRating?: Text;
  /** Compared by its digits. */
  readonly phoneNumber?: Text;
  readonly phoneName?: Text;
  readonly wasInUse?: Choice;
  readonly ivr?: Choice;
  readonly verificationMethod?: Text;
  readonly defaultLanguage?: Text;
  readonly aboutText?: Text;
  readonly businessVertical?: Text;
  readonly businessDescription?: Text;
  readonly contactEmail?: Text;
  readonly projectId?: Text;
  readonly projectName?: Text;
  readonly projectLicenseModel?: Text;
  readonly wabaAccountId?: Text;
  readonly fbAccountStatus?: Text;
  /** Times, the bounds included. */
  readonly createdAfter?: Text;
  readonly createdBefore?: Text;
  readonly modifiedAfter?: Text;
  readonly modifiedBefore?: Text;
  readonly terminatedAfter?: Text;
  readonly terminatedBefore?: Text;
}

// What the hub's documents list as filters of channels, in their names (docs.360dialog.com, "Channel management").
const ASKED = {
  id: "id",
  search: "q",
  clientId: "client_id",
  type: "type",
  status: "status",
  metaStatus: "meta_status",
  availabilityStatus: "availability_status",
  accountMode: "account_mode",
  version: "version",
  isMigrated: "is_migrated",
  externalId: "external_id",
  currentLimit: "current_limit",
  currentQualityRating: "current_quality_rating",
  phoneName: "setup_info.phone_name",
  wasInUse: "setup_info.was_in_use",
  ivr: "setup_info.ivr",
  verificationMethod: "setup_info.verification_method",
  defaultLanguage: "setup_info.default_language",
  aboutText: "profile_info.about_text",
  businessVertical: "profile_info.business_vertical",
  businessDescription: "profile_info.business_description",
  contactEmail: "profile_info.contact_email",
  projectId: "project.id",
  projectName: "project.name",
  projectLicenseModel: "project.license_model",
} as const satisfies { readonly [K in keyof ChannelFilter]?: string };

// Rows tell these under a second name as well, and never tell where the hub has found some words.
const SHOWN_AT: Readonly<Record<string, readonly string[]>> = {
  client_id: ["client_id", "client.id"],
  q: [],
};

/** What the rows of a channel list must fulfil, and what of that the hub is asked for. */
export function channelConditions(filter: ChannelFilter): Condition[] {
  const asked = Object.entries(ASKED).map(([name, field]): Condition | null => {
    const wanted = filter[name as keyof typeof ASKED] ?? "";
    return wanted === "" ? null : { asked: [field, wanted], ...textAt(SHOWN_AT[field] ?? [field], wanted) };
  });
  // Some clients used these filters of the hub, and its documents do not list them (any more); times have no
  // documented form, and e-mail addresses are said not to be found reliably.
  const here = [
    onlyWhere(filter.clientEmail, (wanted) => emailAt(["client.contact_info.email"], wanted)),
    onlyWhere(filter.wabaAccountId, (wanted) => textAt(["waba_account_id", "waba_account.id"], wanted)),
    onlyWhere(filter.fbAccountStatus, (wanted) => textAt(["waba_account.fb_account_status"], wanted)),
    onlyWhere(filter.createdAfter, (from) => timeAt("created_at", { from })),
    onlyWhere(filter.createdBefore, (to) => timeAt("created_at", { to })),
    onlyWhere(filter.modifiedAfter, (from) => timeAt("modified_at", { from })),
    onlyWhere(filter.modifiedBefore, (to) => timeAt("modified_at", { to })),
    onlyWhere(filter.terminatedAfter, (from) => timeAt("terminated_at", { from })),
    onlyWhere(filter.terminatedBefore, (to) => timeAt("terminated_at", { to })),
  ];
  return [...asked, ...here].filter((condition) => condition !== null);
}

/** All channels that match, all pages, by id. */
export async function searchChannels(
  access: ListAccess,
  ctwaField: string | null,
  search: {
    readonly partnerId: string;
    readonly filter: ChannelFilter;
    readonly withJson: boolean;
    readonly onFewer?: Search["onFewer"];
  },
  patience: Patience,
): Promise<Channel[]> {
  const { partnerId, filter, withJson, onFewer } = search;
  const searched = { list: CHANNELS, decode: channelDecoder(ctwaField) };
  for (const phone of phoneConditions(filter.phoneNumber)) {
    const conditions = [...channelConditions(filter), ...phone];
    const found = await searchList(access, searched, { partnerId, conditions, withJson, onFewer }, patience);
    if (found.length > 0) return found;
  }
  return [];
}

// The hub compares numbers by the letter: as given, then with and without a plus.
function phoneConditions(phone: string | null | undefined): Condition[][] {
  if (!phone) return [[]];
  const digits = digitsOf(phone);
  const place = "setup_info.phone_number";
  return [...new Set([phone, `+${digits}`, digits])].map((form) => [
    { asked: [place, form], ...phoneAt(place, phone) },
  ]);
}
