// Looks again at channels whose switch the hub has accepted, if the hub reports tracking states at all.
import type { Channel, FoundChannels } from "../../client";
import type { Context } from "../../framework";
import { summarise } from "../explain";
import { nameSome } from "../name-some";
import type { Session } from "../session";
import { titles } from "../titles";
import { onOff } from "./tracking-flag";

/** Channels whose switch was accepted, with its position. */
export type Accepted = ReadonlyMap<string, boolean>;

/** What the hub reports of accepted switches; channels of which it reports nothing are missing. */
export type Reported = ReadonlyMap<string, boolean>;

type ConfirmContext = Pick<Context<Session>, "client" | "signal" | "diagnostics">;

/** Waits before each look, in milliseconds. No document tells how long the hub takes to show a switch. */
const LOOKS_AFTER: readonly number[] = [0, 500, 1500];

/**
 * Looks up to three times while the hub reports the old position.
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
      `The hub accepted ${describe(accepted)}. Reading the channels afterwards failed, so what was accepted counts (verification = "assumed"); the next refresh reads them again.\n\n${summarise(error)}`,
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
    `The hub accepted the switch of ${nameSome(missing)}, and then did not list the channel any more. The next refresh removes it from the state if it stays so.`,
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
    `The same holds for ${others.length} more channels of the fleet: ${nameSome(others)}.`,
  );
}

function describe(accepted: Accepted): string {
  const [first] = accepted;
  if (first === undefined || accepted.size > 1) return `${accepted.size} switches`;
  return `that CTWA tracking of the channel ${first[0]} is ${onOff(first[1])}`;
}
