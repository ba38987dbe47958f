import type { CallLimits } from "../call";
import type { CallApi } from "../call-api";

/** A channel with all ids that its path needs. */
export interface ChannelRef {
  readonly partnerId: string;
  readonly clientId: string;
  readonly channelId: string;
}

/** The two positions of the switch, as the hub's paths call them. */
export type SwitchAction = "enable_ctwa" | "disable_ctwa";

// After an abort, a switch that was sent gets this long to be answered, since it may take effect unanswered.
const GRACE_MS = 5_000;

/**
 * Sends one switch. Any body of a success is accepted. A refusal because the switch is already in this position is a
 * success.
 * @throws DecodeError if something other than the hub seems to have answered
 */
export async function switchCtwa(
  callApi: CallApi,
  ref: ChannelRef,
  action: SwitchAction,
  limits: CallLimits,
): Promise<void> {
  const reply = await callApi(
    {
      api: "hub",
      purpose: "switch",
      method: "POST",
      segments: ["partners", ref.partnerId, "clients", ref.clientId, "channels", ref.channelId, action],
      // No document describes a body, but some servers refuse a POST without one.
      body: "{}",
      alreadyDone: ALREADY[action],
      graceMs: GRACE_MS,
    },
    limits,
  );
  // Portals and proxies answer in place of the hub with status 200 and an HTML page, which says nothing of the switch.
  if (/^\s*</.test(reply.body)) throw reply.unusable("it is a page of HTML, not an answer of the hub");
}

const ALREADY: Readonly<Record<SwitchAction, RegExp>> = {
  enable_ctwa: /\balready\s+(been\s+)?(enabled|active|activated|switched on|turned on|on)\b/i,
  disable_ctwa: /\balready\s+(been\s+)?(disabled|inactive|deactivated|switched off|turned off|off)\b/i,
};
