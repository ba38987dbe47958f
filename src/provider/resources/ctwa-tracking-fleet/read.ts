import type { ReadContext } from "../../../framework";
import { partnerOf } from "../../partner";
import type { Session } from "../../session";
import { overdueBy, readSentRecords, type Verification, worstOf } from "../../switching";
import { titles } from "../../titles";
import { judge } from "./apply/judge";
import { DEPARTURES } from "./apply/reasons";
import { describePending } from "./apply/report";
import { trackedCount } from "./apply/state-after-apply";
import { type Departed, keepDeparted, membersOf, readDeparted } from "./departed";
import type { State, schema } from "./schema";

/**
 * Reads all channels of the fleet. A channel that is gone, terminated or under another client leaves the map, so that
 * each plan shows its key as a change.
 */
export async function readFleet(context: ReadContext<Session, typeof schema>): Promise<State> {
  const { state, client: session, signal, deadline, diagnostics, private: kept } = context;
  session.checks.noteRefresh();
  const partnerId = partnerOf(state.partner_id, session);
  const before = readDeparted(kept);
  const members = membersOf(state.channels, before);
  const found = await session.api.channels.findMany(partnerId, [...members.keys()], { signal, deadline });
  const now = session.clock.now();
  const records = readSentRecords(kept);
  const isOverdue = overdueBy(state.reassert_after, now);
  const channels = new Map<string, boolean>();
  const pending = new Map<string, string>();
  const departed = new Map<string, Departed>();
  const verifications = new Set<Verification | null>();
  session.flag.warnIfAnyMissing(found.values(), diagnostics);
  for (const [channelId, enabled] of members) {
    const channel = found.get(channelId) ?? null;
    const reported = channel === null ? null : session.flag.read(channel);
    const reason = state.pending?.get(channelId) ?? undefined;
    const record = records.get(channelId);
    const known = {
      partnerId,
      channelId,
      fleetClientId: state.client_id,
      enabled,
      reason,
      record,
      isOverdue,
    };
    const judgement = judge(channel, reported, known, now);
    if (judgement.reason !== null && DEPARTURES.has(judgement.reason)) {
      departed.set(channelId, { reason: judgement.reason, enabled });
      continue;
    }
    channels.set(channelId, judgement.enabled);
    if (judgement.reason !== null) pending.set(channelId, judgement.reason);
    verifications.add(judgement.verification);
  }
  keepDeparted(kept, departed);
  warn(context, new Map([...mapValues(departed, ({ reason }) => reason), ...pending]), members.size);
  return {
    ...state,
    channels,
    pending,
    tracked_count: trackedCount(channels, pending),
    verification: worstOf(verifications),
  };
}

/** Skips channels that left the state at an earlier refresh: the configuration may no longer declare them. */
function warn(
  { state, diagnostics }: ReadContext<Session, typeof schema>,
  reasons: ReadonlyMap<string, string>,
  all: number,
): void {
  const told = new Map([...reasons].filter(([channelId]) => state.channels.has(channelId)));
  if (told.size > 0) diagnostics.warning(titles.fleetDrifted, describePending(told, all));
}

function mapValues<V, W>(map: ReadonlyMap<string, V>, to: (value: V) => W): Map<string, W> {
  return new Map([...map].map(([key, value]) => [key, to(value)]));
}
