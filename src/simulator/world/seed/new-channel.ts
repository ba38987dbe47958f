import type { Channel } from "../records";

/** The least that must be said of a channel. */
export type ChannelDraft = Partial<Channel> & Pick<Channel, "id" | "partner_id" | "client_id">;

/** A channel as most are: live, verified, running, tracking off; the draft decides otherwise. */
export function newChannel(draft: ChannelDraft): Channel {
  const { id, partner_id, client_id, ...decided } = draft;
  return {
    id,
    partner_id,
    client_id,
    ctwa: false,
    account_mode: "live",
    status: "verified",
    hub_status: "live",
    availability_status: "available",
    created_at: "2024-03-01T09:00:00Z",
    terminated_at: null,
    cancelled_at: null,
    app_id: null,
    integration_enabled: true,
    integration_state: "running",
    phone_number: null,
    phone_name: null,
    waba_account_id: `${client_id.replace(/CL$/, "")}WA`,
    waba_external_id: null,
    current_limit: "TIER_1K",
    current_quality_rating: "High",
    hides_ctwa: false,
    extra: {},
    ...decided,
  };
}
