import type { JsonObject } from "../routing";
import type { Client } from "../world";

/** A client as the hub shows it: the documented fields, no others. */
export function clientJson(client: Client): JsonObject {
  const author = { user_id: "1000001", user_name: "hub.user@example.com" };
  return {
    id: client.id,
    name: client.name,
    status: "active",
    organisation: client.name,
    max_channels: null,
    partner_payload: null,
    suspicious: false,
    created_at: "2024-02-01T08:00:00Z",
    created_by: author,
    modified_at: "2024-02-02T08:00:00Z",
    modified_by: author,
    meta_info: {
      business_vertical: "Retail",
      timezone: "Europe/Berlin",
      about: null,
      business_description: null,
      use_case: null,
    },
    contact_info: contactInfo(client),
    contact_user: { phone: client.contact_phone, email: client.contact_email, name: client.contact_name },
  };
}

/** The contact person of a client: personal data, which must not appear in answers to other questions. */
export function contactInfo(client: Client): JsonObject {
  return {
    webpage_url: `https://www.${client.contact_email.replace(/^.*@/, "")}`,
    phone: client.contact_phone,
    language: "en",
    country: "DE",
    street_name: "Example Street 1",
    city: client.city,
    email: client.contact_email,
    full_name: client.contact_name,
    zip_code: "00000",
  };
}
