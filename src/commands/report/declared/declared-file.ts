import type { DeclaredChannel } from "../../../comparison";
import { idCell, type Row, readRows } from "./rows";

/** A channel with what a source declares of it. */
export type Declaration = readonly [channelId: string, declared: DeclaredChannel];

const columns = {
  columns: {
    channel: ["channel", "channel_id"],
    client: ["client", "client_id"],
    tracking: ["tracking", "enabled", "ctwa_tracking", "on"],
  },
  required: ["channel", "tracking"],
};

/**
 * Reads `--declared`: JSON or CSV with channel, client and tracking (on or off).
 * @throws Error that names the row and what is wrong with it
 */
export function parseDeclaredFile(text: string, source: string): readonly Declaration[] {
  return readRows(text, source, columns).map((row) => {
    const clientId = idCell(row, "client", false);
    return [
      String(idCell(row, "channel", true)),
      {
        enabled: switchCell(row),
        clientIds: clientId === null ? null : new Set([clientId]),
        ...{ evidence: "unverified", sentAt: null, source },
      },
    ];
  });
}

function switchCell({ cells, place }: Row): boolean {
  const value = cells["tracking"];
  const word = typeof value === "string" ? value.trim().toLowerCase() : value;
  if (word === true || word === "on" || word === "true") return true;
  if (word === false || word === "off" || word === "false") return false;
  throw new Error(`${place} has tracking = ${JSON.stringify(value)}. It has to be on or off.`);
}
