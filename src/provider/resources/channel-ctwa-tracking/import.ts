import { type Context, DiagnosticError, isUnknown, type PrivateState } from "../../../framework";
import { findUsableChannel } from "../../channel-look-up";
import type { Dialog360 } from "../../dialog360";
import { partnerOf } from "../../partner";
import { id as validateId } from "../../validators";
import { markAsserted } from "./asserted-under";
import type { State } from "./schema";

/** What an import gets. */
export interface ImportContext extends Context<Dialog360> {
  readonly id: string;
  readonly private: PrivateState;
}

/** A first state from `CHANNEL`, `CLIENT/CHANNEL` or `PARTNER/CLIENT/CHANNEL`. */
export async function importTracking(context: ImportContext): Promise<State> {
  const { client, signal, deadline, diagnostics } = context;
  const { partner, clientId: named, channelId } = parseImportId(context.id);
  const partnerId = partner ?? ownPartner(client);
  const channel = await findUsableChannel(client, { partnerId, channelId }, { signal, deadline });
  if (named !== null && channel.clientId !== null && named !== channel.clientId) {
    throw new DiagnosticError(
      "Channel belongs to another client",
      `The hub has the channel ${channelId} under the client ${channel.clientId}, the import id says ${named}. Import ${channel.clientId}/${channelId}, or just ${channelId}.`,
    );
  }
  const clientId = channel.clientId ?? named;
  const reported = client.flag.read(channel);
  if (clientId !== null) markAsserted(context.private, clientId);
  if (reported === null) {
    diagnostics.warning(
      "Tracking state is not known",
      `The hub does not report whether CTWA tracking of the channel ${channelId} is on, so the import cannot know it (verification = "unverified"). The next apply switches tracking to what the configuration declares; enabled defaults to true.`,
    );
  }
  return {
    channel_id: channelId,
    client_id: clientId,
    partner_id: partnerId,
    enabled: reported,
    on_destroy: "disable",
    reassert_after: null,
    id: channelId,
    app_id: channel.appId,
    phone_number: channel.phoneNumber,
    verification: reported === null ? "unverified" : "observed",
    asserted_at: null,
    timeouts: null,
  };
}

interface ImportId {
  readonly partner: string | null;
  readonly clientId: string | null;
  readonly channelId: string;
}

/**
 * Reads an import id.
 * @throws DiagnosticError when it has none of the three forms
 */
export function parseImportId(text: string): ImportId {
  const parts = text.split("/");
  if (parts.length > 3 || parts.some((part) => validateId(part) !== undefined)) {
    throw new DiagnosticError(
      "Invalid import id",
      `An import id is CHANNEL, CLIENT/CHANNEL or PARTNER/CLIENT/CHANNEL, such as exampleCH, exampleCL/exampleCH or examplePA/exampleCL/exampleCH; it is ${JSON.stringify(text)}.`,
    );
  }
  const [channelId = "", clientId = null, partner = null] = parts.reverse();
  return { partner, clientId, channelId };
}

function ownPartner(client: Dialog360): string {
  if (client.partnerId !== null && !isUnknown(client.partnerId)) return partnerOf(null, client);
  throw new DiagnosticError(
    "Missing partner",
    "The import id names no partner and the provider has none. Import PARTNER/CLIENT/CHANNEL, or set partner_id in the provider block or DIALOG360_PARTNER_ID.",
  );
}
