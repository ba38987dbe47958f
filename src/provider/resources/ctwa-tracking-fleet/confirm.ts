import type { Channel, FoundChannels } from "../../../client";
import type { Context } from "../../../framework";
import { summarise } from "../../explain";
import type { Session } from "../../session";
import { LOOKS_AFTER } from "../../switching/tracking-flag";
import type { ReadyTask } from "./prepare";
import type { Outcomes } from "./reasons";
import { nameSome } from "./report";

/** What the hub reports of channels whose switch it has just accepted; those of which it reports nothing are missing. */
export type Reported = ReadonlyMap<string, boolean>;

/**
 * Looks at all channels whose switch was accepted, by one listing where they are many, and up to three times while
 * the hub still reports the old state. Never fails: an accepted switch counts, whatever is seen of it.
 */
export async function confirm(
  context: Context<Session>,
  partnerId: string,
  tasks: readonly ReadyTask[],
  outcomes: Outcomes,
): Promise<Reported> {
  const accepted = new Map(
    tasks
      .filter(({ channelId, kind }) => kind !== "removed" && outcomes.get(channelId)?.done)
      .map(({ channelId, enabled }) => [channelId, enabled !== false]),
  );
  if (accepted.size === 0 || context.signal.aborted) return new Map();
  try {
    return await look(context, partnerId, accepted);
  } catch (error) {
    context.diagnostics.warning(
      "Switches accepted, but not seen",
      `The hub accepted ${accepted.size} switches. Reading the channels afterwards failed, so the accepted switches count; the next refresh reads them again.\n\n${summarise(error)}`,
    );
    return new Map();
  }
}

async function look(
  context: Context<Session>,
  partnerId: string,
  accepted: ReadonlyMap<string, boolean>,
): Promise<Reported> {
  const { client, signal, deadline } = context;
  const reported = new Map<string, boolean>();
  let open = [...accepted.keys()];
  let found: FoundChannels = new Map();
  for (const wait of LOOKS_AFTER) {
    if (wait > 0) await client.clock.sleep(wait, signal);
    found = await client.api.channels.lookUpMany(partnerId, open, { signal, deadline });
    for (const [channelId, channel] of found) {
      const flag = channel === null ? null : client.flag.read(channel);
      if (flag !== null) reported.set(channelId, flag);
    }
    open = open.filter((id) => reported.has(id) && reported.get(id) !== accepted.get(id));
    if (open.length === 0) return reported;
  }
  reportContradictions(context, open, found, accepted);
  for (const channelId of open) reported.delete(channelId);
  return reported;
}

function reportContradictions(
  { client, diagnostics }: Context<Session>,
  ids: readonly string[],
  found: FoundChannels,
  accepted: ReadonlyMap<string, boolean>,
): void {
  const [first = "", ...others] = ids;
  client.flag.contradicts(found.get(first) as Channel, accepted.get(first) === true, diagnostics);
  if (others.length > 0) {
    diagnostics.warning(
      "Hub still reports the old tracking state",
      `The same holds for ${others.length} more channels of the fleet: ${nameSome(others)}.`,
    );
  }
}
