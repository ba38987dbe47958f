import { at, type CheckPlanContext, type Diagnostic, isUnknown } from "../../../framework";
import { grouped, listSome } from "../../name-some";
import {
  type ChannelProblem,
  checkChannels,
  checkPartnerChange,
  type PlannedChannels,
} from "../../plan-checks";
import type { Session } from "../../session";
import { compare } from "./compare";
import { switchableMembers } from "./departed";
import type { schema } from "./schema";

type CheckContext = CheckPlanContext<Session, typeof schema>;

/** Counts the switches that a planned fleet sends, checks it against the hub, and tells how long all of them take. */
export async function checkFleet(context: CheckContext): Promise<void> {
  const { forecast } = context.client.checks;
  forecast.add(countSwitches(context));
  await checkMembers(context);
  await forecast.tell(context);
}

async function checkMembers(context: CheckContext): Promise<void> {
  const { plan, prior, config } = context;
  if (plan === null || plan.channels === null || isUnknown(plan.channels)) return;
  const partnerId = plan.partner_id;
  if (typeof partnerId !== "string") return;
  const all = [...plan.channels.keys()];
  const planned = (ids: readonly string[]): PlannedChannels => ({
    partnerId,
    channels: ids.map((channelId) => ({ channelId, clientId: plan.client_id })),
    declaredBy: "key",
  });
  if (prior !== null && context.replaces) {
    // Terraform then plans the new object by itself, and its channels are checked there.
    if (prior.partner_id === null || prior.partner_id === partnerId) return;
    const change = { from: prior.partner_id, to: planned(all), isOwn: config.partner_id !== null };
    return checkPartnerChange(context, change);
  }
  await checkChannels(context, planned(newIn(context, all)), (problems) => describe(problems, all.length));
}

/** Channels of which none may be unusable: otherwise apply refuses the whole fleet. */
function newIn({ plan, prior, private: kept }: CheckContext, all: readonly string[]): readonly string[] {
  if (prior === null || plan === null) return all;
  const isHeld = plan.client_id !== null && plan.client_id !== prior.client_id;
  return isHeld ? all : compare(prior, plan, kept).added;
}

/** A replacement is planned twice: first as the destroy of the old fleet, which is counted here, then as a create. */
function countSwitches({ plan, prior, replaces, private: kept }: CheckContext): number {
  if (plan === null || (replaces && prior !== null)) {
    return prior === null || prior.on_destroy === "keep" ? 0 : switchableMembers(prior.channels, kept).size;
  }
  if (prior === null) {
    const isCounted = plan.channels !== null && !isUnknown(plan.channels) && plan.on_create !== "assume";
    return isCounted ? (plan.channels as ReadonlyMap<string, unknown>).size : 0;
  }
  const { on, off } = compare(prior, plan, kept);
  return on + off;
}

/** One diagnostic for all channels of the fleet, at the map. */
function describe(problems: readonly ChannelProblem[], all: number): readonly Diagnostic[] {
  if (problems.length === 0) return [];
  const summary = `${grouped(problems.length)} of ${grouped(all)} channels cannot be switched`;
  const listed = listSome(problems, ({ channelId, detail }) => `${channelId}: ${detail}`);
  const detail = `${listed}\n\nCorrect these keys, or remove them from channels.`;
  return [{ severity: "error", summary, detail, path: at("channels") }];
}
