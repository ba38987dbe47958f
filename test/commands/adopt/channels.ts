import type { Channel } from "../../../src/client";
import { adopt } from "../../../src/commands/adopt/adoption";

/** A channel of the client `acmeCL`, as the client decodes it. */
export function channelOf(id: string, more: Partial<Channel> = {}): Channel {
  return {
    ...{ id, clientId: "acmeCL", clientName: "Acme", status: "verified", hubStatus: null },
    ...{ accountMode: "live", createdAt: null, terminatedAt: null, cancelledAt: null, appId: null },
    ...{ phoneNumber: "+4915550000001", phoneName: `Acme ${id}`, wabaAccountId: null, wabaExternalId: null },
    ...{ ctwaTracking: true, ctwaField: "ctwa", ctwaFieldMissing: false, ...more },
  };
}

/** An adoption of these channels. */
export function adoptionOf(channels: readonly Channel[], unreported = true) {
  return adopt({
    ...{ partnerId: "examplePA", channels, unreported, addresses: [] },
    trackingOf: ({ ctwaTracking }) => ctwaTracking,
  });
}
