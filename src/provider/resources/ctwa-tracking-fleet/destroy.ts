import { partnerOf } from "../../partner";
import { assertedAfter } from "./asserted-after";
import { readAssertions, writeAssertions } from "./assertions";
import { prepare } from "./prepare";
import { pendingOf } from "./reasons";
import { reportFailures } from "./report";
import type { DeleteContext, State } from "./schema";
import { sendAll } from "./send-all";
import { trackedCount } from "./settle";
import { tasksOf } from "./tasks";

/** Switches off all channels, unless the fleet said to keep them; what fails stays in the state. */
export async function destroyFleet(context: DeleteContext): Promise<void> {
  const { state, client, diagnostics } = context;
  if (state.on_destroy === "keep") return;
  const partnerId = partnerOf(state.partner_id, client);
  const assertions = readAssertions(context.private);
  const tasks = tasksOf({
    channels: new Map(),
    onDestroy: "disable",
    state,
    assertions,
    isOverdue: () => false,
  });
  const { ready, outcomes: unsent } = await prepare(context, partnerId, tasks);
  const outcomes = new Map([...unsent, ...(await sendAll(context, partnerId, ready))]);
  const pending = pendingOf(outcomes);
  if (pending.size === 0) return;
  const left = leftOf(state, pending);
  const sent = assertedAfter(assertions, ready, outcomes, client.clock.now());
  writeAssertions(context.private, sent, left.channels);
  context.save(left);
  reportFailures(outcomes, diagnostics, NOT_DESTROYED);
}

const NOT_DESTROYED =
  "The fleet stays in the state with the channels that are left, all of them pending. Destroy it once more to switch them off.";

function leftOf(state: State, pending: ReadonlyMap<string, string>): State {
  const channels = new Map([...state.channels].filter(([channelId]) => pending.has(channelId)));
  return {
    ...state,
    channels,
    pending,
    tracked_count: trackedCount(channels, pending),
    verification: "stale",
  };
}
