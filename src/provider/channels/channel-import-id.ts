import { isId } from "../validators";

/** The ids in an import id of a channel. An id that it does not name is null: the settings or the hub supply it. */
export interface ChannelImportId {
  readonly partner_id: string | null;
  readonly client_id: string | null;
  readonly channel_id: string;
}

/** What an import id looks like, for messages. */
export const IMPORT_ID_FORMS =
  "An import id is CHANNEL, CLIENT/CHANNEL or PARTNER/CLIENT/CHANNEL, such as exampleCH, exampleCL/exampleCH or examplePA/exampleCL/exampleCH";

/** Parses an import id; undefined if it has none of the three forms. */
export function tryParseChannelImportId(text: string): ChannelImportId | undefined {
  const parts = text.split("/");
  if (parts.length > 3 || !parts.every(isId)) return undefined;
  const [channel_id = "", client_id = null, partner_id = null] = parts.reverse();
  return { partner_id, client_id, channel_id };
}

/** Formats an import id, which parses to the same ids. A partner id needs a client id. */
export function formatChannelImportId({ partner_id, client_id, channel_id }: ChannelImportId): string {
  return [partner_id, client_id, channel_id].filter((id) => id !== null).join("/");
}
