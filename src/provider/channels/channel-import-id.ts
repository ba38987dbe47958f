import { isId } from "../validators";

/** The ids in an import id of a channel; null where it leaves one to the provider's settings and the hub. */
export interface ChannelImportId {
  readonly partner_id: string | null;
  readonly client_id: string | null;
  readonly channel_id: string;
}

/** What an import id looks like, for messages. */
export const IMPORT_ID_FORMS =
  "An import id is CHANNEL, CLIENT/CHANNEL or PARTNER/CLIENT/CHANNEL, such as exampleCH, exampleCL/exampleCH or examplePA/exampleCL/exampleCH";

/** Reads an import id; undefined where it has none of the three forms. */
export function tryParseChannelImportId(text: string): ChannelImportId | undefined {
  const parts = text.split("/");
  if (parts.length > 3 || !parts.every(isId)) return undefined;
  const [channel_id = "", client_id = null, partner_id = null] = parts.reverse();
  return { partner_id, client_id, channel_id };
}

/** Writes an import id, so that reading it gives these ids again; a partner needs its client too. */
export function formatChannelImportId({ partner_id, client_id, channel_id }: ChannelImportId): string {
  return [partner_id, client_id, channel_id].filter((id) => id !== null).join("/");
}
