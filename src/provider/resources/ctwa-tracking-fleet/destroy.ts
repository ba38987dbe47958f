import type { DeleteContext } from "../../../framework";
import { partnerOf } from "../../partner";
import type { Session } from "../../session";
import { keepSentRecords, readSentRecords } from "../../switching";
import { prepare } from "./apply/prepare";
import { pendingOf } from "./apply/reasons";
import { reportFailures } from "./apply/report";
import { sendAll } from "./apply/send-all";
import { trackedCount } from "./apply/state-after-apply";
import { tasksOf } from "./apply/tasks";
import { keepDeparted, membersOf, readDeparted } from "./departed";
import type { State, schema } from "./schema";

/** Switches all channels off, unless `on_destroy` is "keep". Channels that fail stay in the state. */
export async function destroyFleet(context: DeleteContext<Session, typeof schema>): Promise<void> {
  const { state, client: session, diagnostics, private: kept } = context;
  if (state.on_destroy === "keep") return;
  const partnerId = partnerOf(state.partner_id, session);
  const records = readSentRecords(kept);
  const nothing = { channels: new Map(), clientId: null, onCreate: null };
  const departed = readDeparted(kept);
  const isOverdue = () => false;
  const tasks = tasksOf({ ...nothing, onDestroy: "disable", state, departed, records, isOverdue });
  const clientId = state.client_id;
  const { ready, outcomes: unsent } = await prepare(context, { partnerId, clientId }, tasks);
  const sent = await sendAll(context, partnerId, ready, session.clock.now());
  const outcomes = new Map([...unsent, ...sent]);
  const pending = pendingOf(outcomes);
  if (pending.size === 0) return;
  const left = [...pending.keys()].flatMap((channelId) => {
    const record = outcomes.get(channelId)?.record ?? records.get(channelId);
    return record === undefined ? [] : [[channelId, record] as const];
  });
  keepSentRecords(kept, new Map(left));
  keepDeparted(kept, new Map());
  context.save(leftOf(state, membersOf(state.channels, departed), pending));
  reportFailures(outcomes, diagnostics, NOT_DESTROYED);
}

const NOT_DESTROYED =
  "The fleet stays in the state with the remaining channels, all of them pending. Destroy it again to switch them off.";

function leftOf(
  state: State,
  members: ReadonlyMap<string, boolean>,
  pending: ReadonlyMap<string, string>,
): State {
  const channels = new Map([...members].filter(([channelId]) => pending.has(channelId)));
  const count = trackedCount(channels, pending);
  return { ...state, channels, pending, tracked_count: count, verification: "stale" };
}
