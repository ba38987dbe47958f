import type { Channel } from "../../../client";
import { DiagnosticError, type ImportContext } from "../../../framework";
import {
  type ChannelImportId,
  channelNotFound,
  findObstacle,
  IMPORT_ID_FORMS,
  kindOf,
  nameObject,
  tryParseChannelImportId,
} from "../../channels";
import { partnerOf } from "../../partner";
import type { Session } from "../../session";
import { titles } from "../../titles";
import { isId } from "../../validators";
import { importedState } from "./imported-state";
import type { State } from "./schema";
import { keepSentRecord } from "./sent";

/** An import identity. Without a partner, the provider's partner counts. */
interface ChannelIdentity {
  readonly partner_id: string | null;
  readonly channel_id: string;
}

type Importing = ImportContext<Session, ChannelIdentity>;

/** Makes the first state from an identity, or from `CHANNEL`, `CLIENT/CHANNEL` or `PARTNER/CLIENT/CHANNEL`. */
export async function importTracking(context: Importing): Promise<State> {
  const { client, diagnostics } = context;
  const { partner_id, client_id: named, channel_id: channelId } = importedOf(context);
  const partnerId = partner_id ?? ownPartner(client);
  const channel = await findImported(context, partnerId, channelId);
  if (named !== null && channel.clientId !== null && named !== channel.clientId) {
    throw new DiagnosticError(
      titles.otherClient,
      `The hub has the channel ${channelId} under the client ${channel.clientId}, but the import id says ${named}${looks(named)}. Import ${channel.clientId}/${channelId}, or just ${channelId}.`,
    );
  }
  const clientId = channel.clientId ?? named;
  const reported = client.flag.read(channel);
  nameObject(context.private);
  if (clientId !== null) {
    keepSentRecord(context.private, channelId, { clientId, at: null, outcomeUnknown: null });
  }
  if (reported === null) {
    client.repeats.warn(
      diagnostics,
      titles.trackingNotKnown,
      `The hub does not report whether CTWA tracking of the channel ${channelId} is on, so it is not known after the import (verification = "unverified"). The next apply switches tracking to what the configuration declares; enabled defaults to true.`,
    );
  }
  return importedState({ partnerId, clientId, channel, reported });
}

/** @throws DiagnosticError if the channel does not exist, or is terminated */
async function findImported(
  { client, signal, deadline }: Importing,
  partnerId: string,
  channelId: string,
): Promise<Channel> {
  const channel = await client.api.channels.find(partnerId, channelId, { signal, deadline });
  const wanted = { partnerId, channelId, clientId: null, declaredBy: "block" } as const;
  const obstacle = findObstacle(channel, wanted, client.clock.now());
  if (channel === null) throw channelNotFound(client.api, wanted);
  if (obstacle !== null) throw new DiagnosticError(obstacle.summary, obstacle.detail);
  // Without an obstacle there is a channel.
  return channel as Channel;
}

function looks(named: string): string {
  const kind = kindOf(named);
  return kind === undefined || kind === "a client" ? "" : `, which looks like the id of ${kind}`;
}

function importedOf({ id, identity }: Importing): ChannelImportId {
  if (identity === null) return parseImportId(id);
  const wrong = [identity.partner_id, identity.channel_id].find((part) => part !== null && !isId(part));
  if (wrong === undefined) return { client_id: null, ...identity };
  throw new DiagnosticError(
    "Invalid import identity",
    `${JSON.stringify(wrong)} is not an id. A partner_id looks like examplePA, a channel_id like exampleCH.`,
  );
}

function parseImportId(text: string): ChannelImportId {
  const found = tryParseChannelImportId(text);
  if (found !== undefined) return found;
  throw new DiagnosticError(titles.invalidImportId, `${IMPORT_ID_FORMS}; it is ${JSON.stringify(text)}.`);
}

function ownPartner(client: Session): string {
  if (client.partnerId !== null) return partnerOf(null, client);
  throw new DiagnosticError(
    "Missing partner",
    "Neither the import nor the provider names a partner. Import PARTNER/CLIENT/CHANNEL, name partner_id in the identity, or set partner_id in the provider block or DIALOG360_PARTNER_ID.",
  );
}
