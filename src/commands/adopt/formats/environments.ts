import { javascriptString, visible } from "../../text/visible";
import type { AdoptedClient, Adoption } from "../adoption";

/** A TypeScript module with the properties of one `CtwaFleet` for each client. */
export function environmentsFile({ partnerId, clients }: Adoption, framework: "cdktf" | "cdktn"): string {
  return `import { type CtwaFleetProps, OnCreate } from "terraform-provider-dialog360/${framework}";

/** The partner whose channels these are. */
export const partnerId = ${javascriptString(partnerId)};

/**
 * One fleet for each client, by a short name. In a stack:
 *
 * new Dialog360(this, "dialog360", { partnerId });
 * for (const [name, fleet] of Object.entries(fleets)) new CtwaFleet(this, name, fleet);
 *
 * The first apply takes these positions for true and switches nothing.
 */
export const fleets: Readonly<Record<string, CtwaFleetProps>> = {
${clients.map(fleetOf).join("")}};
`;
}

function fleetOf({ name, clientId, clientName, channels }: AdoptedClient): string {
  const unreported = channels.filter(({ reported }) => reported === null).length;
  const note = unreported === 0 ? "" : ` The hub does not report the tracking of ${unreported} of them.`;
  const client = clientId === null ? "" : `    clientId: ${javascriptString(clientId)},\n`;
  const entries = channels.map(({ channel, enabled }) => {
    const parts = [channel.phoneName, channel.phoneNumber].filter((part) => part !== null);
    const label = visible(parts.join(", ")).trim();
    return `      ${javascriptString(channel.id)}: ${enabled},${label === "" ? "" : ` // ${label}`}\n`;
  });
  return `  // ${visible(clientName ?? clientId ?? "Channels without a client")}.${note}
  ${name}: {
${client}    onCreate: OnCreate.ASSUME,
    channels: {
${entries.join("")}    },
  },
`;
}
