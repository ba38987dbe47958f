import type { Channel } from "../../src/client";
import { type ComparisonInput, compareChannels, type DeclaredChannel } from "../../src/comparison";
import { channel } from "../provider/fake-hub";

/** A channel of exampleCL, whose tracking the hub reports if it is given. */
export function row(id: string, reported: boolean | null = null, parts: Partial<Channel> = {}): Channel {
  return channel(id, { ctwaTracking: reported, ...parts });
}

/** A channel that is declared as on, for any client, and of which no state knows anything. */
export function wanted(parts: Partial<DeclaredChannel> = {}): DeclaredChannel {
  return { enabled: true, clientIds: null, evidence: "unverified", sentAt: null, source: null, ...parts };
}

/** Compares; every channel is in scope, and an end of any time has passed. */
export function compared(
  declared: Readonly<Record<string, DeclaredChannel>>,
  channels: readonly Channel[],
  parts: Partial<ComparisonInput> = {},
) {
  return compareChannels({
    declared: new Map(Object.entries(declared)),
    channels,
    clientIds: null,
    flagOf: ({ ctwaTracking }) => ctwaTracking,
    endOf: ({ terminatedAt }) => terminatedAt,
    ...parts,
  });
}
