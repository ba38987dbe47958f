import { at, type CheckPlanContext, type Diagnostic, isUnknown, type Unknown } from "../../../framework";
import { type ChannelProblem, checkChannels, type PlannedChannel } from "../../plan-checks/check-channels";
import { checkPartnerChange } from "../../plan-checks/partner-change";
import { grouped } from "../../plan-checks/switch-forecast";
import type { Session } from "../../session";
import { canSend } from "./reasons";
import type { State, schema, Uncertain } from "./schema";

type CheckContext = CheckPlanContext<Session, typeof schema>;

/** Checks a planned fleet against the hub, and counts the switches that it sends. */
export async function checkFleet(context: CheckContext): Promise<void> {
  const { client: session, diagnostics, plan, prior, replaces, config } = context;
  const members = plan === null ? [] : membersOf(plan);
  session.checks.forecast.add(countSwitches(context, members), diagnostics);
  if (plan === null || typeof plan.partner_id !== "string") return;
  const planned = { partnerId: plan.partner_id, channels: members, declaredBy: "key" } as const;
  if (prior === null || !replaces) {
    const channels = members.filter((member) => prior === null || isNew(member, prior));
    await checkChannels(context, { ...planned, channels }, (problems) => describe(problems, members.length));
  } else if (prior.partner_id !== null && prior.partner_id !== plan.partner_id) {
    // Terraform plans the new object once more, without the old one: its channels are checked then.
    const isOwn = config.partner_id !== null;
    await checkPartnerChange(context, { from: prior.partner_id, to: planned, isOwn });
  }
}

/** A channel that the plan declares, and the position of its switch. */
interface Member extends PlannedChannel {
  readonly enabled: boolean | null | Unknown;
}

/** What the plan declares, as far as it is known. */
function membersOf({ channels }: Uncertain): readonly Member[] {
  if (channels === null || isUnknown(channels)) return [];
  return [...channels].flatMap(([channelId, declared]) =>
    isUnknown(declared) ? [] : [{ channelId, clientId: declared.client_id, enabled: declared.enabled }],
  );
}

/** Whether the configuration says something new of a channel: apply refuses the fleet where that cannot be done. */
function isNew(member: Member, { channels }: State): boolean {
  const before = channels.get(member.channelId);
  if (before === undefined || member.enabled !== before.enabled) return true;
  return member.clientId !== null && member.clientId !== before.client_id;
}

/** A replacement is planned twice: here for the destroy of the old fleet, then as a create. */
function countSwitches({ plan, prior, replaces }: CheckContext, members: readonly Member[]): number {
  if (prior === null) return members.length;
  if (plan === null || replaces) return prior.on_destroy === "keep" ? 0 : prior.channels.size;
  const declared = new Set(members.map(({ channelId }) => channelId));
  const left = [...prior.channels.keys()].filter((channelId) => !declared.has(channelId)).length;
  const sent = members.filter((member) => isNew(member, prior) || isDue(member, prior)).length;
  return sent + (plan.on_destroy === "keep" ? 0 : left);
}

function isDue({ channelId }: Member, { pending }: State): boolean {
  const reason = pending?.get(channelId);
  return reason !== undefined && canSend(reason);
}

/** How many channels a message names. */
const MOST_NAMED = 10;

/** One diagnostic for all channels of the fleet, at the map. */
function describe(problems: readonly ChannelProblem[], all: number): readonly Diagnostic[] {
  const [first] = problems;
  if (first === undefined) return [];
  const named = problems.slice(0, MOST_NAMED).map(({ channelId, detail }) => `- ${channelId}: ${detail}`);
  const more = problems.length - named.length;
  const left = more === 0 ? [] : [`- and ${grouped(more)} more`];
  const summary = `${grouped(problems.length)} of ${grouped(all)} channels cannot be switched`;
  const detail = [...named, ...left, "", "Correct these keys, or take them out of channels."].join("\n");
  return [{ severity: "error", summary, detail, path: at("channels") }];
}
