// Reads channels again after the hub has accepted their switch, to see whether the hub reports the new position.
import type { Channel, FoundChannels } from "../../client";
import type { Context } from "../../framework";
import { summarise } from "../explain";
import { nameSome } from "../name-some";
import type { Session } from "../session";
import { titles } from "../titles";
import { onOff } from "./tracking-flag";

/** The position of each accepted switch, by channel id. */
export type Accepted = ReadonlyMap<string, boolean>;

/** The position that the hub reports, by channel id; a channel without a reported position is missing. */
export type Reported = ReadonlyMap<string, boolean>;

type ConfirmContext = Pick<Context<Session>, "client" | "signal" | "diagnostics">;

/** Wait before each look, in milliseconds. No document says how soon the hub shows a switch. */
const LOOKS_AFTER: readonly number[] = [0, 500, 1500];

/**
 * Reads the channels, up to three times while the hub reports the old position.
 * After the hub accepts a switch this must not throw: Terraform would taint the resource and replace a channel that is
 * already correct.
 */
export async function confirm(
  context: ConfirmContext,
  partnerId: string,
  accepted: Accepted,
): Promise<Reported> {
  if (accepted.size === 0) return new Map();
  try {
    return await look(context, partnerId, accepted);
  } catch (error) {
    context.diagnostics.warning(
      titles.switchNotSeen,
      `The hub accepted ${describe(accepted)}. Reading the channels afterwards failed. The accepted position counts (verification = "assumed"), and the next refresh reads the channels again.\n\n${summarise(error)}`,
    );
    return new Map();
  }
}

async function look(context: ConfirmContext, partnerId: string, accepted: Accepted): Promise<Reported> {
  const { client: session, signal } = context;
  const reported = new Map<string, boolean>();
  let open = [...accepted.keys()];
  let found: FoundChannels = new Map();
  for (const wait of LOOKS_AFTER) {
    if (wait > 0) await session.clock.sleep(wait, signal);
    found = await session.looks.look(partnerId, open, signal);
    for (const id of open) {
      const channel = found.get(id) ?? null;
      const flag = channel === null ? null : session.flag.read(channel);
      if (flag === null) reported.delete(id);
      else reported.set(id, flag);
    }
    warnOfMissing(context, open, found);
    open = open.filter((id) => reported.has(id) && reported.get(id) !== accepted.get(id));
    if (open.length === 0) return reported;
  }
  warnOfContradictions(context, open, found, accepted);
  for (const id of open) reported.delete(id);
  return reported;
}

function warnOfMissing({ diagnostics }: ConfirmContext, ids: readonly string[], found: FoundChannels): void {
  const missing = ids.filter((id) => (found.get(id) ?? null) === null);
  if (missing.length === 0) return;
  diagnostics.warning(
    titles.disappeared,
    `The hub accepted the switch of ${nameSome(missing)}, and then no longer listed the channel. If it is still missing at the next refresh, the refresh removes it from the state.`,
  );
}

function warnOfContradictions(
  { client: session, diagnostics }: ConfirmContext,
  ids: readonly string[],
  found: FoundChannels,
  accepted: Accepted,
): void {
  const [first = "", ...others] = ids;
  session.flag.contradicts(found.get(first) as Channel, accepted.get(first) === true, diagnostics);
  if (others.length === 0) return;
  diagnostics.warning(
    titles.oldStateReported,
    `The same applies to ${others.length} more channels of the fleet: ${nameSome(others)}.`,
  );
}

function describe(accepted: Accepted): string {
  const [first] = accepted;
  if (first === undefined || accepted.size > 1) return `${accepted.size} switches`;
  return `that CTWA tracking of the channel ${first[0]} is ${onOff(first[1])}`;
}
