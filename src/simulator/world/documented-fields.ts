/** Every field of the channel object that is known from public documents and clients, as a dotted path. */
export const channelFields: readonly string[] = [
  ...["id", "client_id", "account_mode", "status", "hub_status", "availability_status"],
  ...["billing_started_at", "terminated_at", "cancelled_at", "created_at", "current_limit"],
  ...["current_quality_rating", "has_inbox", "is_oba", "is_on_biz_app", "waba_account_id"],
  ...below("client", ["id", "name", "partner_payload"]),
  ...below("client.contact_info", contactFields()),
  ...below("setup_info", ["phone_number", "phone_name", "was_in_use", "ivr", "verification_method"]),
  ...below("setup_info", ["certificate", "new_name_status", "default_language", "has_integration_layer"]),
  ...below("setup_info", ["error", "configuration_type", "region", "shards_number"]),
  ...below("waba_account", ["id", "name", "namespace", "client_id", "partner_id", "external_id", "status"]),
  ...below("waba_account", ["consents", "created_at", "created_by", "fb_account_status"]),
  ...below("waba_account.on_behalf_of_business_info", ["id", "name", "status", "type"]),
  ...below("integration", ["enabled", "app_id", "state"]),
];

/** The fields that the channel list filters by: those that channels show, and documented filters that they do not. */
export const channelFilterFields: readonly string[] = [
  ...channelFields,
  ...["q", "type", "meta_status", "version", "is_migrated", "external_id", "modified_at"],
  ...below("profile_info", ["about_text", "business_vertical", "business_description", "contact_email"]),
  ...below("project", ["id", "name", "license_model"]),
];

/** Every known field of the client object, as a dotted path. */
export const clientFields: readonly string[] = [
  ...["id", "name", "status", "organisation", "max_channels", "partner_payload", "suspicious"],
  ...["created_at", "modified_at"],
  ...below("created_by", ["user_id", "user_name"]),
  ...below("modified_by", ["user_id", "user_name"]),
  ...below("meta_info", ["business_vertical", "timezone", "about", "business_description", "use_case"]),
  ...below("contact_info", contactFields()),
  ...below("contact_user", ["phone", "email", "name"]),
];

/** The fields that the client list filters by: its documented schema allows no others. */
export const clientFilterFields: readonly string[] = [
  ...["id", "name", "status"],
  ...clientFields.filter((field) => /^(meta_info|contact_user)\./.test(field)),
  ...clientFields.filter((field) => field.startsWith("contact_info.") && field !== "contact_info.full_name"),
];

function contactFields(): string[] {
  return [
    "webpage_url",
    "phone",
    "language",
    "country",
    "street_name",
    "city",
    "email",
    "full_name",
    "zip_code",
  ];
}

function below(parent: string, fields: readonly string[]): string[] {
  return fields.map((field) => `${parent}.${field}`);
}
