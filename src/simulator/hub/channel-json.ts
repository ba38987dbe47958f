import type { JsonObject } from "../routing";
import { type Channel, type Client, type Settings, shownAppId, shownTime } from "../world";
import { contactInfo } from "./client-json";

/** A field that no document names, by its dotted path. */
export interface ExtraField {
  readonly path: string;
  readonly value: unknown;
}

/** A channel as the hub shows it: the documented fields, and those that come on top. */
export function channelJson(
  channel: Channel,
  client: Client | undefined,
  onTop: readonly ExtraField[],
  settings: Settings,
): JsonObject {
  const shown = onTop.reduce(
    (object, { path, value }) => withField(object, path.split("."), value),
    documentedJson(channel, client, settings),
  );
  return withExtra(shown, channel.extra);
}

function documentedJson(channel: Channel, client: Client | undefined, settings: Settings): JsonObject {
  const time = (at: string | null) => shownTime(at, settings);
  return {
    id: channel.id,
    client_id: channel.client_id,
    account_mode: channel.account_mode,
    status: channel.status,
    hub_status: channel.hub_status,
    availability_status: channel.availability_status,
    billing_started_at: time(channel.created_at),
    terminated_at: time(channel.terminated_at),
    cancelled_at: time(channel.cancelled_at),
    created_at: time(channel.created_at),
    current_limit: channel.current_limit,
    current_quality_rating: channel.current_quality_rating,
    has_inbox: false,
    is_oba: false,
    is_on_biz_app: false,
    waba_account_id: channel.waba_account_id,
    client: {
      id: channel.client_id,
      name: client?.name ?? null,
      partner_payload: null,
      contact_info: client === undefined ? null : contactInfo(client),
    },
    setup_info: setupInfo(channel),
    waba_account: wabaAccount(channel, client),
    integration: {
      enabled: channel.integration_enabled,
      app_id: shownAppId(channel.app_id, settings),
      state: channel.integration_state,
    },
  };
}

function setupInfo(channel: Channel): JsonObject {
  return {
    phone_number: channel.phone_number,
    phone_name: channel.phone_name,
    was_in_use: false,
    ivr: false,
    verification_method: "sms",
    certificate: null,
    new_name_status: null,
    default_language: "en",
    has_integration_layer: true,
    error: null,
    configuration_type: null,
    region: "EU",
    shards_number: 1,
  };
}

function wabaAccount(channel: Channel, client: Client | undefined): JsonObject {
  return {
    id: channel.waba_account_id,
    name: client?.name ?? null,
    namespace: null,
    client_id: channel.client_id,
    partner_id: channel.partner_id,
    external_id: channel.waba_external_id,
    status: "approved",
    consents: null,
    created_at: channel.created_at,
    created_by: null,
    fb_account_status: "verified",
    on_behalf_of_business_info: { id: null, name: client?.name ?? null, status: "APPROVED", type: "SELF" },
  };
}

function withField(object: JsonObject, path: readonly string[], value: unknown): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined) return object;
  if (rest.length === 0) return { ...object, [key]: value };
  return { ...object, [key]: withField(asObject(object[key]), rest, value) };
}

function withExtra(object: JsonObject, extra: Readonly<Record<string, unknown>>): JsonObject {
  const laid = Object.entries(extra).map(([key, value]) => [
    key,
    isObject(value) && isObject(object[key]) ? { ...object[key], ...value } : value,
  ]);
  return { ...object, ...Object.fromEntries(laid) };
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
