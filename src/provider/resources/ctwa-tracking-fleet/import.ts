import { randomUUID } from "node:crypto";
import type { Channel } from "../../../client";
import { DiagnosticError, type ImportContext } from "../../../framework";
import { keepObjectId, terminatedBy } from "../../channels";
import { partnerOf } from "../../partner";
import type { Session } from "../../session";
import { keepSentRecords } from "../../switching";
import { titles } from "../../titles";
import { ID_RULE, isId } from "../../validators";
import { trackedCount } from "./apply/state-after-apply";
import { MOST_CHANNELS, type State } from "./schema";

/** The channels that an import id names. */
interface ImportedFleet {
  /** null for the provider's partner. */
  readonly partnerId: string | null;
  /** null for all channels of the partner. */
  readonly clientId: string | null;
}

const CLIENT = "client:";

/**
 * Makes the first state from `PARTNER/client:CLIENT` or `PARTNER/*`, with the positions that the hub reports. A channel
 * without a reported position is imported as off, so that a plan shows it if the configuration declares it as on.
 */
export async function importFleet(context: ImportContext<Session>): Promise<State> {
  const { client: session, private: kept, id: importId, identity } = context;
  if (identity !== null) throw namesNoChannels();
  const wanted = parse(importId);
  const partnerId = partnerOf(wanted.partnerId, session);
  const rows = await findChannels(context, partnerId, wanted.clientId);
  const channels = new Map(rows.map((channel) => [channel.id, session.flag.read(channel) === true]));
  const silent = rows.filter((channel) => session.flag.read(channel) === null).length;
  if (silent > 0) warnOfSilence(context, silent, rows.length);
  const id = randomUUID();
  keepObjectId(kept, id);
  keepSentRecords(kept, recordsOf(rows));
  return {
    channels,
    client_id: wanted.clientId,
    partner_id: partnerId,
    on_create: "switch",
    on_destroy: "disable",
    reassert_after: null,
    max_changes: null,
    id,
    tracked_count: trackedCount(channels, new Map()),
    pending: new Map(),
    last_change: null,
    verification: silent === 0 ? "observed" : "unverified",
    timeouts: null,
  };
}

function namesNoChannels(): DiagnosticError {
  return new DiagnosticError(
    "A fleet is not imported by identity",
    'The identity of a fleet is its id, which names no channels. Import it by an import id: id = "PARTNER/client:CLIENT" for the channels of one client, or "PARTNER/*" for all channels of a partner.',
  );
}

function parse(text: string): ImportedFleet {
  const parts = text.split("/");
  const [which = "", partnerId = null] = parts.reverse();
  const isPartner = parts.length === 1 || (parts.length === 2 && isId(partnerId ?? ""));
  if (isPartner && which === "*") return { partnerId, clientId: null };
  const clientId = which.startsWith(CLIENT) ? which.slice(CLIENT.length) : "";
  if (isPartner && isId(clientId)) return { partnerId, clientId };
  throw new DiagnosticError(
    titles.invalidImportId,
    `An import id of a fleet is PARTNER/client:CLIENT for the channels of one client, or PARTNER/* for all channels of a partner, such as examplePA/client:exampleCL. PARTNER/ may be left out if the provider names its partner. PARTNER and CLIENT are each ${ID_RULE}. It is ${JSON.stringify(text)}.`,
  );
}

/** Finds channels whose tracking can be switched. */
async function findChannels(
  { client: session, signal, deadline, diagnostics }: ImportContext<Session>,
  partnerId: string,
  clientId: string | null,
): Promise<readonly Channel[]> {
  const call = { signal, deadline, mayLack: true };
  const { rows, exact } = await session.api.channels.all(partnerId, [], call);
  const now = session.clock.now();
  const found = rows.filter(
    (channel) => terminatedBy(channel, now) === null && (clientId === null || channel.clientId === clientId),
  );
  const whose =
    clientId === null ? `The partner ${partnerId}` : `The client ${clientId} of the partner ${partnerId}`;
  if (found.length === 0) {
    throw new DiagnosticError(
      "No channels to import",
      `${whose} has no channel whose tracking can be switched.`,
    );
  }
  if (found.length > MOST_CHANNELS) {
    throw new DiagnosticError(
      "Too many channels for one fleet",
      `${whose} has ${found.length} channels; one fleet takes ${MOST_CHANNELS} at most. Import the channels of each client into a fleet of its own.`,
    );
  }
  if (!exact) {
    diagnostics.warning(
      "Channels may be missing",
      "The list of channels changed while it was read. The plan shows channels that the import lacks.",
    );
  }
  return found;
}

function recordsOf(rows: readonly Channel[]) {
  return new Map(
    rows.flatMap(({ id, clientId }) =>
      clientId === null ? [] : [[id, { clientId, at: null, outcomeUnknown: null }] as const],
    ),
  );
}

function warnOfSilence({ diagnostics }: ImportContext<Session>, silent: number, all: number): void {
  diagnostics.warning(
    titles.trackingNotKnown,
    `The hub does not report whether CTWA tracking is on for ${silent} of ${all} channels, so they are imported as off (verification = "unverified"). The next apply sends the switch that the configuration declares. To adopt channels without a switch, create the fleet with on_create = "assume" instead of importing it.`,
  );
}
