import { partnerOf } from "../../partner";
import { overdueBy, readAssertions } from "./assertions";
import { judge, verificationOf, worstOf } from "./judge";
import { describePending } from "./report";
import type { Declared, ReadContext, State, Verification } from "./schema";
import { trackedCount } from "./settle";

/** How all channels of the fleet are now. */
export async function readFleet(context: ReadContext): Promise<State> {
  const { state, client, signal, deadline, diagnostics } = context;
  const partnerId = partnerOf(state.partner_id, client);
  const ids = [...state.channels.keys()];
  const found = await client.api.channels.findMany(partnerId, ids, { signal, deadline });
  const now = client.clock.now();
  const assertions = readAssertions(context.private);
  const isOverdue = overdueBy(state.reassert_after, now);
  const channels = new Map<string, Declared>();
  const pending = new Map<string, string>();
  const verifications = new Set<Verification | null>();
  client.flag.warnIfAnyMissing(found.values(), diagnostics);
  for (const [channelId, declared] of state.channels) {
    const channel = found.get(channelId) ?? null;
    const reported = channel === null ? null : client.flag.read(channel);
    const assertion = assertions.get(channelId);
    const known = { partnerId, channelId, declared, reason: state.pending?.get(channelId), assertion };
    const { enabled, reason } = judge(channel, reported, known, now);
    channels.set(channelId, enabled === declared.enabled ? declared : { ...declared, enabled });
    if (reason !== null) pending.set(channelId, reason);
    const facts = {
      reported: reported !== null,
      asserted: assertion !== undefined,
      overdue: isOverdue(assertion),
    };
    verifications.add(verificationOf(reason, facts));
  }
  if (pending.size > 0) {
    diagnostics.warning("Channels of the fleet are pending", describePending(pending, channels.size));
  }
  return {
    ...state,
    channels,
    pending,
    tracked_count: trackedCount(channels, pending),
    verification: worstOf(verifications),
  };
}
