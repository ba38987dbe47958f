import { countIn, type JsonObject, objectIn, textIn } from "../json";
import { timeIn } from "../time";

/** One of the partner's clients, as far as anybody here reads it; null where the hub has nothing. */
export interface HubClient {
  readonly id: string;
  readonly name: string | null;
  readonly status: string | null;
  readonly organisation: string | null;
  readonly maxChannels: number | null;
  readonly partnerPayload: string | null;
  readonly businessVertical: string | null;
  readonly timezone: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly webpageUrl: string | null;
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
  /** The client object as the hub sent it, where it was asked for. */
  readonly json?: string;
}

/** Reads a client object; null when it has no id and so is no client. */
export function decodeClient(row: JsonObject, json?: string): HubClient | null {
  const id = textIn(row, "id");
  if (id === null) return null;
  const meta = objectIn(row, "meta_info");
  const contact = objectIn(row, "contact_info");
  return {
    id,
    name: textIn(row, "name"),
    status: textIn(row, "status"),
    organisation: textIn(row, "organisation"),
    maxChannels: countIn(row, "max_channels"),
    partnerPayload: textIn(row, "partner_payload"),
    businessVertical: textIn(meta, "business_vertical"),
    timezone: textIn(meta, "timezone"),
    language: textIn(contact, "language"),
    country: textIn(contact, "country"),
    webpageUrl: textIn(contact, "webpage_url"),
    createdAt: timeIn(row, "created_at"),
    modifiedAt: timeIn(row, "modified_at"),
    ...(json === undefined ? {} : { json }),
  };
}
