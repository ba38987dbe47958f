import { explain } from "../explain";
import { nameSome } from "../name-some";
import type { Source } from "../settings";
import { findProblems, type PlannedChannels } from "./check-channels";
import type { CheckContext } from "./report-problems";

/** A plan that replaces an object because its partner changes. */
export interface PartnerChange {
  /** The partner in the state. */
  readonly from: string;
  /** The partner of the plan, with the channels that the plan declares. */
  readonly to: PlannedChannels;
  /** Whether the object names its partner itself. Otherwise it follows the provider's. */
  readonly isOwn: boolean;
}

/**
 * Refuses a replacement that moves channels to a partner who does not have all of them. Apply would switch tracking off
 * under the old partner first, and then fail to create. This is an error in every mode except "off".
 */
export async function checkPartnerChange(context: CheckContext, change: PartnerChange): Promise<void> {
  const { client: session, diagnostics } = context;
  const { to, from } = change;
  if (session.checks.mode === "off") return;
  const obstacle = await findMissing(context, to);
  if (obstacle === null) return;
  const { partnerId } = to;
  diagnostics.error(
    `Partner would change from ${from} to ${partnerId}`,
    `The state has this object under the partner ${from}; the plan puts it under ${partnerId}, which comes from ${sourceOf(change, session.checks.partnerSource)}. Apply would switch tracking off under ${from} and could not switch it on again: ${obstacle}\n\nNothing was switched. If ${from} is right, correct the partner. If the channels shall leave ${from} without a switch, first remove the object from the state with removed { from = …, lifecycle { destroy = false } }.`,
    "partner_id",
  );
}

/** Why the new partner cannot take the channels over; null if it has all of them. */
async function findMissing(context: CheckContext, to: PlannedChannels): Promise<string | null> {
  try {
    const problems = await findProblems(context, to);
    const gone = problems.filter(({ code }) => code === "gone").map(({ channelId }) => channelId);
    if (gone.length === 0) return null;
    return `the partner ${to.partnerId} has no channel ${nameSome(gone)}.`;
  } catch (error) {
    const failure = context.signal.aborted ? undefined : explain(error);
    if (failure === undefined) throw error;
    return `the channels of ${to.partnerId} cannot be read. ${failure.detail}`;
  }
}

function sourceOf({ isOwn }: PartnerChange, source: Source | null): string {
  if (isOwn) return "partner_id of the object";
  return source === "environment"
    ? "the environment variable DIALOG360_PARTNER_ID"
    : "partner_id of the provider block";
}
